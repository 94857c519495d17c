import { ServerFrame, type ClientFrame } from '@stazhirovka/contract/chat';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

type Kind = ServerFrame['t'];
type Of<K extends Kind> = Extract<ServerFrame, { t: K }>;

/** So long without any frame, and what is waited for does not come: a busy machine is slow, not silent. */
const PATIENCE = 5_000;
const LONGEST_PATIENCE = 30_000;

/** A browser's end of the socket: keeps every frame, and fails on one that the contract does not know. */
export class LiveClient {
	readonly frames: ServerFrame[] = [];
	readonly socket: WebSocket;
	/** The close code, once closed. */
	readonly closed: Promise<number>;

	constructor(url: string, headers: Record<string, string>) {
		this.socket = new WebSocket(url, { headers });
		this.closed = new Promise((resolve) => this.socket.on('close', resolve));
		this.socket.on('error', () => undefined);
		this.socket.on('message', (data: Buffer) => {
			this.frames.push(ServerFrame.parse(JSON.parse(data.toString())));
		});
	}

	/** Open and greeted; throws the status when the upgrade was refused. */
	async opened(): Promise<this> {
		const refused = new Promise<never>((_, reject) =>
			this.socket.on('unexpected-response', (__, response) =>
				reject(new Error(`refused ${response.statusCode}`))
			)
		);
		await Promise.race([this.next('hello'), refused]);
		return this;
	}

	say(frame: ClientFrame): void {
		this.socket.send(JSON.stringify(frame));
	}

	/** The first frame of the kind that fits, waiting for it when it has not come yet. */
	async next<K extends Kind>(kind: K, fits: (frame: Of<K>) => boolean = () => true): Promise<Of<K>> {
		const found = await this.#until(() => this.all(kind).find(fits));
		if (found) return found;
		throw new Error(`No such ${kind} among ${JSON.stringify(this.frames.slice(-5))}`);
	}

	all<K extends Kind>(kind: K): Of<K>[] {
		return this.frames.filter((frame): frame is Of<K> => frame.t === kind);
	}

	async events(count: number): Promise<Of<'event'>['event'][]> {
		await this.#until(() => this.all('event').length >= count || undefined);
		return this.all('event').map(({ event }) => event);
	}

	async #until<T>(found: () => T | undefined): Promise<T | undefined> {
		const from = Date.now();
		let heard = this.frames.length;
		let since = from;
		for (let now = from; now < since + PATIENCE && now < from + LONGEST_PATIENCE; now = Date.now()) {
			const here = found();
			if (here !== undefined) return here;
			if (this.frames.length > heard) [heard, since] = [this.frames.length, now];
			await sleep(5);
		}
		return found();
	}

	async leave(): Promise<void> {
		this.socket.close();
		await this.closed;
	}
}
