import type { ServerFrame } from '@stazhirovka/contract/chat';

/** After the last sign of it somebody is not writing any more. */
const WRITES_FOR = 6_000;
/** How often we tell that we are writing. */
const TELL_EVERY = 3_000;

/** Who of the room's people is here, writes, and how far each has read. Nothing of it is kept. */
export class Company {
	present: readonly string[] = $state.raw([]);
	writing: readonly string[] = $state.raw([]);
	/** By person: the place up to which everything is read. */
	marks: Readonly<Record<string, number>> = $state.raw({});
	readonly #me: string;
	readonly #quiet: Record<string, ReturnType<typeof setTimeout>> = {};
	#told = 0;

	constructor(me: string, marks: readonly { personId: string; seq: number }[]) {
		this.#me = me;
		this.marks = Object.fromEntries(marks.map(({ personId, seq }) => [personId, seq]));
	}

	hear(frame: ServerFrame): void {
		if (frame.t === 'presence') this.present = frame.present.filter((id) => id !== this.#me);
		else if (frame.t === 'seen') this.#reads(frame.personId, frame.seq);
		else if (frame.t === 'typing' && frame.personId !== this.#me) this.#writes(frame.personId);
		else if (frame.t === 'event' && frame.event.type === 'message.posted') this.#stops(frame.event.author.id);
	}

	/** People who have read a message, as far as they let it be seen. */
	readers(seq: number): string[] {
		return Object.entries(this.marks)
			.filter(([id, mark]) => id !== this.#me && mark >= seq)
			.map(([id]) => id);
	}

	/** Whether it is time to tell again that we are writing. */
	mayTell(): boolean {
		const now = Date.now();
		if (now - this.#told < TELL_EVERY) return false;
		this.#told = now;
		return true;
	}

	/** Without a line nobody knows who is here: with the next one it is told anew. */
	lost(): void {
		this.leave();
		[this.present, this.writing] = [[], []];
	}

	leave(): void {
		for (const timer of Object.values(this.#quiet)) clearTimeout(timer);
	}

	/** A mark never goes back; 0: the person hides it. */
	#reads(id: string, seq: number): void {
		const { [id]: before = 0, ...others } = this.marks;
		this.marks = seq === 0 ? others : { ...others, [id]: Math.max(before, seq) };
	}

	#writes(id: string): void {
		clearTimeout(this.#quiet[id]);
		this.#quiet[id] = setTimeout(() => this.#stops(id), WRITES_FOR);
		if (!this.writing.includes(id)) this.writing = [...this.writing, id];
	}

	#stops(id: string): void {
		clearTimeout(this.#quiet[id]);
		if (this.writing.includes(id)) this.writing = this.writing.filter((one) => one !== id);
	}
}
