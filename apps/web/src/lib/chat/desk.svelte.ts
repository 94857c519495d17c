import type { QuickReply } from '@stazhirovka/contract/answering';
import type { Room, RoomAction } from '@stazhirovka/contract/chat';
import type { SpaceInside } from '@stazhirovka/contract/spaces';
import {
	mayEdit,
	mayHide,
	mayReact,
	mayRemove,
	maySpeak,
	ROOM_RULES,
	type Message,
	type Pending,
	type Standing
} from '@stazhirovka/domain/chat';
import { getContext, setContext } from 'svelte';
import type { Told } from './ask.ts';
import type { About, Panel, Question } from './desk-kinds.ts';
import type { RoomController } from './room.svelte.ts';
import { indexed } from './rows.ts';
import { Quiet } from './silence.svelte.ts';
import { Writers, type Writer } from './writers.ts';

type Ports = {
	/** The room as the page has it now. */
	view: () => Room;
	/** Tells the person why something was not done. */
	refused: (code: string) => void;
	/** One's own templates of answers. */
	replies: () => QuickReply[];
	/** Keeps what stands open beside the conversation. */
	place: { panel: Panel | null };
	/** The association or conference whose room it is. */
	space: () => SpaceInside | null;
	/** Whether one writes by keys: a field that takes the focus by itself opens no keyboard on the screen. */
	hasKeys: () => boolean;
};

/** What one person is doing in a room: answering, editing, looking something up. Read by all parts of the screen. */
export class Desk {
	readonly controller: RoomController;
	readonly quiet: Quiet;
	readonly #ports: Ports;
	replyTo: Message | null = $state.raw(null);
	editing: Message | null = $state.raw(null);
	about: About | null = $state.raw(null);
	question: Question | null = $state.raw(null);
	menu: { message: Message; by: HTMLElement } | null = $state.raw(null);
	readonly bySeq = $derived.by(() => indexed(this.controller.room.messages));
	// What rows ask stands here by itself: with every page and event the room is another one, these seldom are.
	readonly pinned = $derived.by(() => this.controller.room.pinned);
	readonly #members = $derived.by(() => this.controller.room.members);
	readonly #names = $derived(Object.fromEntries(this.#members.map(({ id, shortName }) => [id, shortName])));
	readonly #isOpen = $derived.by(() => this.controller.room.closed === null);
	readonly standing = $derived.by((): Standing => {
		const { can, kind } = this.view;
		const { everybodyPins: isPrivate, byTurns } = ROOM_RULES[kind];
		return { me: this.me, isOpen: this.#isOpen, moderates: can.moderate, isPrivate, byTurns };
	});
	readonly mayPost = $derived.by(
		() => this.view.can.post && !this.controller.revoked && this.#isOpen && !this.quiet.of(this.me)
	);
	/** The newest of one's own messages that somebody has read: it says so in words. */
	readonly lastRead = $derived.by(() => {
		const { company, room } = this.controller;
		const mark = Math.max(0, ...Object.values(company.marks));
		const own = room.messages.findLast(
			({ seq, author, removedAt }) => seq <= mark && author.id === this.me && !removedAt
		);
		return own?.seq ?? null;
	});
	/** Set by the list: brings a message into sight. */
	show: (seq: number) => Promise<void> = () => Promise.resolve();
	readonly #asked: Record<string, Promise<unknown> | undefined> = {};
	readonly #writers = new Writers();
	/** Words for a composer that is about to be there. */
	#toMend: Pending | null = null;

	constructor(controller: RoomController, ports: Ports) {
		this.controller = controller;
		this.quiet = new Quiet(controller);
		this.#ports = ports;
	}

	get view() {
		return this.#ports.view();
	}

	get replies() {
		return this.#ports.replies();
	}

	get panel() {
		return this.#ports.place.panel;
	}

	set panel(panel: Panel | null) {
		this.#ports.place.panel = panel;
	}

	get me() {
		return this.controller.me;
	}

	/** In the main line, or, while something is being answered, under it. */
	get maySpeak() {
		const inThread = this.replyTo ? (this.replyTo.replyTo ?? this.replyTo.seq) : null;
		return this.editing !== null || maySpeak(this.controller.room.conference, this.standing, inThread);
	}

	get space() {
		return this.#ports.space();
	}

	/** Milliseconds until slow mode lets this person speak, by the clock of the browser. */
	rest(): number {
		const { room, pending } = this.controller;
		const pause = this.standing.moderates ? 0 : room.slowSeconds * 1_000;
		if (pending.length > 0) return pause;
		const last = room.messages.findLast(({ author, card }) => author.id === this.me && !card);
		return last ? Math.min(pause, Date.parse(last.at) + pause - Date.now()) : 0;
	}

	mayReply({ removedAt }: Message): boolean {
		return this.mayPost && !removedAt;
	}

	mayReact(message: Message): boolean {
		return mayReact(message, this.standing);
	}

	may(message: Message) {
		const { standing } = this;
		return {
			reply: this.mayReply(message),
			react: this.mayReact(message),
			edit: mayEdit(message, standing),
			remove: mayRemove(message, standing),
			hide: mayHide(message, standing) && message.author.id !== this.me,
			pin: this.view.can.pin && !message.removedAt,
			report: message.author.id !== this.me && !message.removedAt && !standing.moderates,
			history: standing.moderates && (message.editedAt !== null || message.removedAt !== null),
			remark: standing.moderates && !message.removedAt && this.submissionOf(message) !== null
		};
	}

	/** The version of a submission that a message, or the thread that it stands in, is about. */
	submissionOf({ subject, replyTo }: Message) {
		const root = replyTo === null ? null : (this.bySeq.get(replyTo)?.subject ?? null);
		const found = subject ?? root;
		return found?.kind === 'submission' ? found : null;
	}

	/** What was asked for under a name: the same answer for as long as the room is open, or null. */
	once<T>(name: string, asked: () => Promise<Told<T>>): Promise<T | null> {
		return (this.#asked[name] ??= asked().then((told) => {
			// Without a network nothing was answered: whoever looks next asks again.
			if (!told.ok && told.again) this.#asked[name] = undefined;
			return told.ok ? told.value : null;
		})) as Promise<T | null>;
	}

	nameOf = (id: string): string => this.#names[id] ?? '';

	/** Also of somebody who has left, as far as the programme names him. */
	whoIs = (id: string): string => {
		const { speakers = [], gone = [] } = this.space ?? {};
		const known = [...speakers, ...gone].find((person) => person.id === id);
		return this.nameOf(id) || (known?.shortName ?? '');
	};

	/** A composer of the room (null) or of a thread makes itself known; the answer takes it back. */
	writeAt(place: number | null, writer: Writer): () => void {
		const leave = this.#writers.add(place, writer);
		if (this.#toMend && this.#toMend.replyTo === place) this.#giveBack(this.#toMend, writer);
		return leave;
	}

	write(place: number | null = null): void {
		this.#writers.of(place)?.focus();
	}

	/** Where the person goes on in a room just entered: in the words to write, else in what was written. */
	begin(list: HTMLElement): void {
		if (this.mayPost && this.maySpeak && this.#ports.hasKeys()) this.#writers.begin(null);
		else list.focus({ preventScroll: true });
	}

	/** What was refused goes back to where it was written: an answer to its thread, anything else to the room. */
	mend(pending: Pending): void {
		const { replyTo } = pending;
		const writer = this.#writers.of(replyTo);
		if (writer) return this.#giveBack(pending, writer);
		if (replyTo === null) return;
		this.#toMend = pending;
		this.panel = { kind: 'thread', root: replyTo };
	}

	#giveBack(pending: Pending, writer: Writer): void {
		this.#toMend = null;
		this.editing = null;
		if (pending.subject) {
			const { place: _, title, ...ref } = pending.subject;
			this.about = { ref, title };
		}
		writer.take(pending);
		this.controller.drop(pending.clientId);
		writer.focus();
	}

	/** In which composer a message is edited: that of its thread when it stands open, else that of the room. */
	editorOf({ seq, replyTo }: Message): number | null {
		const root = this.panel?.kind === 'thread' ? this.panel.root : null;
		return root === seq || root === replyTo ? root : null;
	}

	reply(message: Message): void {
		this.editing = null;
		this.replyTo = message;
		this.write();
	}

	edit(message: Message): void {
		this.editing = message;
		this.write(this.editorOf(message));
	}

	thread(message: Message): void {
		const root = message.replyTo ?? message.seq;
		this.panel = { kind: 'thread', root };
		if (this.mayPost && this.#ports.hasKeys()) this.#writers.begin(root);
	}

	async act(action: RoomAction): Promise<boolean> {
		const told = await this.controller.act(action);
		if (!told.ok) this.refused(told.code);
		return told.ok;
	}

	/** Tells the person why something was not done. */
	refused(code: string): void {
		this.#ports.refused(code);
	}
}

const KEY = Symbol('desk of a room');

export const provideDesk = (desk: Desk) => setContext(KEY, desk);
export const useDesk = () => getContext<Desk>(KEY);
