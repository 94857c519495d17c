import type { ClientFrame, ServerFrame } from '@stazhirovka/contract/chat';
import { ask } from '#lib/chat/ask.ts';
import { getContext, setContext, untrack } from 'svelte';

export type Listener = {
	/** The line is open, for the first time or again: say what you follow and from where. */
	onopen?: (send: (frame: ClientFrame) => void) => void;
	/** The line is lost: what was said and not answered may not have arrived. */
	onclose?: () => void;
	onframe: (frame: ServerFrame) => void;
};

const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** The service speaks at least every 15 seconds; a line silent for longer is dead. */
const LONGEST_SILENCE = 40_000;
/** After the network went and came, a line that lives is heard of within its next heartbeat. */
const SHORTEST_SILENCE = 16_000;
const GIVEN_UP = 4000;
/** The session has ended or may not be here: asking again would not help. */
const NOT_FOR_US = 4401;
/** The service closes one line too many of a person after it has said so. */
const TOO_MANY = 'live.too_many_sockets';

/**
 * The one WebSocket of a page. It opens with the first listener, reopens by itself with growing pauses
 * (never two attempts at once) and closes with the last listener.
 */
export class LiveLine {
	/** `refused`: only another sign-in helps; `crowded`: a place is free when another window is closed. */
	standing = $state<'closed' | 'connecting' | 'open' | 'lost' | 'refused' | 'crowded'>('closed');
	#crowded = false;
	/** The service has greeted on this socket: the session stood. */
	#greeted = false;
	#listeners: readonly Listener[] = [];
	#open: () => WebSocket;
	#hasEnded: () => Promise<boolean>;
	#socket: WebSocket | null = null;
	#pause = SHORTEST_PAUSE;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;

	/** `hasEnded`: whether the service answers and says that nobody is signed in; a refused socket does not tell why. */
	constructor(open: () => WebSocket, hasEnded: () => Promise<boolean>) {
		this.#open = open;
		this.#hasEnded = hasEnded;
	}

	listen(listener: Listener): () => void {
		this.#listeners = [...this.#listeners, listener];
		// An effect that listens must not run again because the line changed its standing.
		const standing = untrack(() => this.standing);
		if (standing === 'open') listener.onopen?.(this.send);
		else if (standing === 'closed') this.#connect();

		return () => {
			this.#listeners = this.#listeners.filter((other) => other !== listener);
			if (this.#listeners.length === 0) this.#close();
		};
	}

	/** False when the line is not open: the caller keeps what it wanted to say. */
	send = (frame: ClientFrame): boolean => {
		if (this.#socket?.readyState !== WebSocket.OPEN) return false;
		this.#socket.send(JSON.stringify(frame));
		return true;
	};

	/** The network is back: do not wait for the pause to end, nor for a line that may be dead. */
	hurry(): void {
		if (this.standing === 'lost') this.#connect();
		else if (this.standing === 'open') this.#expect(SHORTEST_SILENCE);
	}

	#connect(): void {
		clearTimeout(this.#retry);
		// Trying again for a place is no news: what was said of it stays until there is one.
		if (!this.#crowded) this.standing = 'connecting';
		this.#crowded = false;
		this.#greeted = false;
		const socket = this.#open();
		this.#socket = socket;
		this.#expect(SHORTEST_SILENCE);

		socket.onopen = () => this.#heard();
		// What a line that was given up still says is not heard: it could be of before and after at once.
		socket.onmessage = ({ data }) => {
			if (socket === this.#socket) this.#hear(JSON.parse(String(data)) as ServerFrame);
		};
		socket.onclose = ({ code }) => {
			if (socket === this.#socket) this.#lost(code);
		};
	}

	#hear(frame: ServerFrame): void {
		this.#heard();
		if (frame.t === 'hello') {
			this.standing = 'open';
			this.#greeted = true;
			this.#pause = SHORTEST_PAUSE;
			for (const { onopen } of this.#listeners) onopen?.(this.send);
		}
		if (frame.t === 'refused' && frame.code === TOO_MANY) this.#crowded = true;
		if (frame.t === 'restart') this.#pause = Math.max(frame.after, SHORTEST_PAUSE);
		for (const { onframe } of this.#listeners) onframe(frame);
	}

	/** A dead network answers a close only after minutes: the line is lost at once. */
	#giveUp(): void {
		const socket = this.#socket;
		if (!socket) return;
		this.#lost(GIVEN_UP);
		socket.close();
	}

	#heard(): void {
		this.#expect(LONGEST_SILENCE);
	}

	#expect(within: number): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => this.#giveUp(), within);
	}

	#lost(code: number): void {
		clearTimeout(this.#silence);
		this.#socket = null;
		this.standing = code === NOT_FOR_US ? 'refused' : this.#crowded ? 'crowded' : 'lost';
		for (const { onclose } of this.#listeners) onclose?.();
		if (this.standing === 'refused') return;

		this.#retry = setTimeout(() => this.#connect(), this.#pause * (0.5 + Math.random()));
		this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
		if (!this.#greeted && this.standing === 'lost') void this.#lookWhy();
	}

	/** The session may have ended while there was no line to be told of it. */
	async #lookWhy(): Promise<void> {
		if (!(await this.#hasEnded()) || this.#socket || this.standing !== 'lost') return;
		clearTimeout(this.#retry);
		this.standing = 'refused';
	}

	#close(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#silence);
		const socket = this.#socket;
		this.#socket = null;
		this.#crowded = false;
		this.standing = 'closed';
		socket?.close();
	}
}

const KEY = Symbol('live line');

/** Made once by the root layout; the socket itself is opened only in a browser, by the first listener. */
export function provideLine(): LiveLine {
	const open = () => new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/live`);
	return setContext(KEY, new LiveLine(open, nobodySignedIn));
}

function nobodySignedIn(): Promise<boolean> {
	return ask<{ me: unknown }>('GET', '/me').then((told) => told.ok && told.value.me === null);
}

export const useLine = () => getContext<LiveLine>(KEY);
