import type {
	MessagePage,
	NewMessage,
	Room as RoomView,
	RoomAction,
	ServerFrame
} from '@stazhirovka/contract/chat';
import { begin, shown, step } from '@stazhirovka/domain/chat';
import type { Client, Heard, Outbox, Pending, Said, Snapshot, Want, Words } from '@stazhirovka/domain/chat';
import type { LiveLine } from '#lib/live/line.svelte.ts';
import type { Told } from './ask.ts';
import { Company } from './company.svelte.ts';
import { Reading } from './reading.svelte.ts';
import { ThreadPages } from './thread-pages.svelte.ts';

/** What the controller asks of the world around it. */
export type RoomPorts = {
	line: LiveLine;
	me: string;
	get: <T>(path: string) => Promise<Told<T>>;
	insist: (path: string, body: unknown) => Promise<Told<unknown>>;
	/** Keeps what has not been stored yet, so that it survives a reload (C7). */
	keep: (outbox: Outbox) => void;
	newId: () => string;
};

const TICK_MS = 1_500;

/** One per open room: the domain's client, with a line, a clock and requests. It decides nothing by itself. */
export class RoomController {
	#client: Client = $state.raw() as Client;
	readonly roomId: string;
	readonly me: string;
	readonly company: Company;
	readonly threads: ThreadPages;
	/** The line of new messages stays where it was when the person came; reading on does not move it. */
	readonly unreadFrom: number | null;
	readonly messages = $derived(shown(this.#client));
	readonly #ports: RoomPorts;
	readonly #reading: Reading;
	#loading = $state(false);

	constructor(view: RoomView, ports: RoomPorts) {
		this.roomId = view.id;
		this.me = ports.me;
		this.unreadFrom = view.firstUnreadSeq;
		this.company = new Company(ports.me, view.marks);
		this.#ports = ports;
		this.#reading = new Reading(view.lastReadSeq, (seq) =>
			ports.line.send({ t: 'read', roomId: view.id, seq })
		);
		this.#client = begin(ports.me, snapshotOf(view));
		this.threads = new ThreadPages({
			roomId: view.id,
			get: ports.get,
			client: () => this.#client,
			hear: (heard) => this.#hear(heard)
		});
	}

	get room() {
		return this.#client.room;
	}

	get pending(): Outbox {
		return this.#client.outbox;
	}

	get thread() {
		return this.#client.thread;
	}

	get revoked() {
		return this.#client.revoked;
	}

	get hasEarlier() {
		return this.#client.earlier;
	}

	/** Somebody looks at a page of long ago: below it there is more than is shown. */
	get hasLater() {
		return this.#client.hole !== null;
	}

	get loading() {
		return this.#loading;
	}

	/** Messages of others that were not in sight yet. */
	readonly fresh = $derived.by(() => this.#reading.fresh(this.#client.room.messages, this.me));

	/** Joins the line; the answer leaves it. `kept` is what an earlier visit could not send. */
	open(kept: Outbox): () => void {
		this.#reading.begin();
		this.recall(kept);
		const leave = this.#ports.line.listen({
			onopen: () => {
				this.#hear({ t: 'opened' });
				this.#reading.again();
			},
			onclose: () => {
				this.#hear({ t: 'closed' });
				this.#reading.unsure();
				this.company.lost();
			},
			onframe: (frame) => this.#frame(frame)
		});
		const clock = setInterval(() => this.#hear({ t: 'tick' }), TICK_MS);
		return () => {
			clearInterval(clock);
			this.company.leave();
			leave();
		};
	}

	post(words: Omit<Words, 'clientId'>): void {
		this.#hear({ t: 'typed', message: { clientId: this.#ports.newId(), ...words } });
	}

	again(clientId: string): void {
		this.#hear({ t: 'again', clientId });
	}

	drop(clientId: string): void {
		this.#hear({ t: 'drop', clientId });
	}

	/** What is kept has become more: another window was closed before it had sent all. */
	recall(kept: Outbox): void {
		this.#hear({ t: 'kept', outbox: kept });
	}

	toEnd(): void {
		this.#hear({ t: 'to_end' });
	}

	/** Everything up to a place has been in sight. */
	read(seq: number): void {
		this.#reading.read(seq);
	}

	typing(): void {
		if (this.company.mayTell()) this.#ports.line.send({ t: 'typing', roomId: this.roomId });
	}

	/** The same act any number of times is done once; the event that comes shows it. */
	act(action: RoomAction): Promise<Told<unknown>> {
		return this.#ports.insist(`/rooms/${this.roomId}/actions`, { clientId: this.#ports.newId(), action });
	}

	/** Loads the page before or after what is shown, unless one is on its way. */
	async more(which: 'earlier' | 'later'): Promise<void> {
		const messages = this.messages;
		const place = which === 'earlier' ? messages[0]?.seq : messages.at(-1)?.seq;
		const wanted = which === 'earlier' ? this.hasEarlier : this.hasLater;
		if (place === undefined || !wanted || this.#loading) return;

		this.#loading = true;
		await this.#page(which === 'earlier' ? { before: place } : { after: place });
		this.#loading = false;
	}

	/** Makes sure that a message is among those shown; false when there is none such. */
	async find(seq: number): Promise<Told<boolean>> {
		const here = () => this.messages.some((message) => message.seq === seq);
		const told = here() ? null : await this.#page({ around: seq });
		return here() || !told || told.ok ? { ok: true, value: here() } : told;
	}

	/** The first message of a day or after it, loaded; null when there is none. */
	async findDay(date: string): Promise<Told<number | null>> {
		const told = await this.#ports.get<MessagePage>(`/rooms/${this.roomId}/messages?date=${date}`);
		if (!told.ok) return told;
		const first = told.value.messages[0]?.seq;
		if (first === undefined) return { ok: true, value: null };
		const found = await this.find(first);
		return found.ok ? { ok: true, value: found.value ? first : null } : found;
	}

	#frame(frame: ServerFrame): void {
		if (frame.t === 'heartbeat') {
			const top = frame.tops.find(({ roomId }) => roomId === this.roomId);
			if (top) this.#hear({ t: 'top', seq: top.seq });
			this.#reading.again();
		}
		// It does not name what was refused; the next heartbeat tells the mark again.
		if (frame.t === 'refused') this.#reading.unsure();
		if (!('roomId' in frame) || frame.roomId !== this.roomId) return;

		if (frame.t === 'event') this.#hear({ t: 'event', event: frame.event });
		else if (frame.t === 'ack' || frame.t === 'nack') this.#hear(frame);
		else if (frame.t === 'reload' || frame.t === 'revoked') this.#hear({ t: frame.t });
		this.company.hear(frame);
	}

	#hear(heard: Heard): void {
		const { client, said } = step(this.#client, heard);
		if (client.outbox !== this.#client.outbox) this.#ports.keep(client.outbox);
		this.#client = client;
		for (const one of said) this.#say(one);
	}

	#say(said: Said): void {
		const { line } = this.#ports;
		const roomId = this.roomId;
		if (said.t === 'follow')
			line.send({ t: 'follow', rooms: [{ roomId, epoch: said.epoch, seq: said.seq }] });
		else if (said.t === 'send') line.send({ t: 'send', roomId, ...bodyOf(said.pending) });
		else if (said.t === 'fetch') void this.#fetch();
		else if (said.t === 'page') void this.#page(said.want);
		else void this.threads.ask(said.root);
	}

	async #fetch(): Promise<void> {
		const atEnd = !this.hasLater;
		const told = await this.#ports.get<RoomView>(`/rooms/${this.roomId}`);
		this.#hear({ t: 'fetched', snapshot: told.ok ? snapshotOf(told.value) : null });
		// The room comes with the page of the first unread message; whoever was at the end stays there.
		if (atEnd && this.hasLater) this.toEnd();
	}

	async #page(want: Want): Promise<Told<MessagePage>> {
		const { epoch } = this.#client;
		const query = Object.entries(want).map(([name, place]) => `${name}=${String(place)}`);
		const told = await this.#ports.get<MessagePage>(`/rooms/${this.roomId}/messages?${query.join('&')}`);
		if (told.ok) this.#hear({ t: 'page', want, page: { ...told.value, epoch } });
		return told;
	}
}

function snapshotOf(view: RoomView): Snapshot {
	const { epoch, seq, messages, members, pinned, closed, slowSeconds, silences, conference, earlier, later } =
		view;
	const room = { seq, messages, members, pinned, closed, slowSeconds, silences, conference };
	return { epoch, earlier, later, room };
}

function bodyOf({ clientId, text, files, subject, replyTo, mentions }: Pending): NewMessage {
	return { clientId, text, fileIds: files.map(({ id }) => id), subject, replyTo, mentions };
}
