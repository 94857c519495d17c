import type { Room as RoomView, RoomEvent, ServerFrame } from '@stazhirovka/contract/chat';
import {
	acknowledge,
	applyAll,
	discard,
	nextToSend,
	queue,
	reject,
	retry,
	settle,
	type ChatEvent,
	type Message,
	type Outbox,
	type Pending,
	type Room
} from '@stazhirovka/domain/chat';
import type { LiveLine } from '#lib/live/line.svelte.ts';

type Words = Pick<Pending, 'text' | 'files' | 'task'>;

/** What the controller asks of the world around it. */
export type RoomPorts = {
	line: LiveLine;
	me: string;
	/** The room anew, when a gap cannot be filled. */
	refetch: () => Promise<RoomView>;
	earlier: (before: number) => Promise<{ events: RoomEvent[]; earlier: boolean }>;
	/** Keeps what has not been stored yet, so that it survives a reload (C7). */
	keep: (outbox: Outbox) => void;
	newId: () => string;
};

const RESEND_MS = 1_500;
/** Refusals of the moment: the message stays on its way and is sent again. */
const PASSING = new Set(['service.unavailable', 'live.too_many']);

/** One per open room. The log is the service's; the outbox is what this person has typed and nobody has confirmed. */
export class RoomController {
	#room = $state.raw<Room>({ seq: 0, messages: [], members: [] });
	#older = $state.raw<Message[]>([]);
	#outbox = $state.raw<Outbox>([]);
	#hasEarlier = $state(false);
	revoked = $state(false);
	readonly roomId: string;
	readonly messages = $derived([...this.#older, ...this.#room.messages]);
	#epoch: string;
	#ports: RoomPorts;
	#resend: ReturnType<typeof setInterval> | undefined;

	constructor(view: RoomView, ports: RoomPorts) {
		this.roomId = view.id;
		this.#ports = ports;
		this.#epoch = view.epoch;
		this.#start(view);
	}

	get pending(): Outbox {
		return this.#outbox;
	}

	get hasEarlier(): boolean {
		return this.#hasEarlier;
	}

	get top(): number {
		return this.#room.seq;
	}

	/** Joins the line; the answer leaves it. `kept` is what an earlier visit could not send. */
	open(kept: Outbox): () => void {
		this.#outbox = settle([...kept, ...this.#outbox], this.#room, this.#ports.me);
		const leave = this.#ports.line.listen({
			onopen: (send) => {
				send({ t: 'follow', rooms: [{ roomId: this.roomId, epoch: this.#epoch, seq: this.#room.seq }] });
				this.#push();
			},
			onframe: (frame) => void this.#hear(frame)
		});
		// An ack may be lost on the way: sending again is harmless, the same id is stored once (C2).
		this.#resend = setInterval(() => this.#push(), RESEND_MS);

		return () => {
			clearInterval(this.#resend);
			leave();
		};
	}

	post(words: Words): void {
		this.#setOutbox(queue(this.#outbox, { clientId: this.#ports.newId(), ...words }));
		this.#push();
	}

	again(clientId: string): void {
		this.#setOutbox(retry(this.#outbox, clientId));
		this.#push();
	}

	drop(clientId: string): void {
		this.#setOutbox(discard(this.#outbox, clientId));
	}

	read(): void {
		this.#ports.line.send({ t: 'read', roomId: this.roomId, seq: this.#room.seq });
	}

	async loadEarlier(): Promise<void> {
		const [first] = this.messages;
		if (!first) return;

		const page = await this.#ports.earlier(first.seq);
		this.#older = [...page.events.filter(({ seq }) => seq < first.seq).map(toMessage), ...this.#older];
		this.#hasEarlier = page.earlier;
	}

	async #hear(frame: ServerFrame): Promise<void> {
		if (!('roomId' in frame) || frame.roomId !== this.roomId) {
			if (frame.t === 'heartbeat') this.#compare(frame.tops);
			return;
		}
		if (frame.t === 'event') await this.#receive([frame.event]);
		else if (frame.t === 'reload') this.#start(await this.#ports.refetch());
		else if (frame.t === 'revoked') this.revoked = true;
		else if (frame.t === 'ack') this.#stored(frame.clientId);
		else if (frame.t === 'nack' && !PASSING.has(frame.code))
			this.#setOutbox(reject(this.#outbox, frame.clientId, frame.code));
	}

	async #receive(events: ChatEvent[]): Promise<void> {
		const next = applyAll(this.#room, events);
		if (next === 'gap') return this.#resume();

		this.#room = next;
		this.#setOutbox(settle(this.#outbox, next, this.#ports.me));
	}

	/** Behind the service although the line is open: something was missed (C8). */
	#compare(tops: { roomId: string; seq: number }[]): void {
		const top = tops.find(({ roomId }) => roomId === this.roomId);
		if (top && top.seq > this.#room.seq) this.#resume();
	}

	#resume(): void {
		this.#ports.line.send({
			t: 'follow',
			rooms: [{ roomId: this.roomId, epoch: this.#epoch, seq: this.#room.seq }]
		});
	}

	#start(view: RoomView): void {
		// Two fetches may overlap; the older answer must not win.
		if (view.epoch === this.#epoch && view.seq < this.#room.seq) return;

		this.#epoch = view.epoch;
		this.#hasEarlier = view.earlier;
		this.#older = [];
		this.#room = { seq: view.seq, messages: view.events.map(toMessage), members: view.members };
		this.#outbox = settle(this.#outbox, this.#room, this.#ports.me);
	}

	#stored(clientId: string): void {
		this.#setOutbox(acknowledge(this.#outbox, clientId));
		this.#push();
	}

	#push(): void {
		const next = nextToSend(this.#outbox);
		if (!next) return;
		const { clientId, text, files, task } = next;
		this.#ports.line.send({
			t: 'send',
			roomId: this.roomId,
			clientId,
			text,
			fileIds: files.map(({ id }) => id),
			task: task?.key ?? null
		});
	}

	#setOutbox(outbox: Outbox): void {
		this.#outbox = settle(outbox, this.#room, this.#ports.me);
		this.#ports.keep(this.#outbox);
	}
}

function toMessage({ type: _, ...posted }: RoomEvent): Message {
	return { ...posted, editedAt: null, removedAt: null };
}
