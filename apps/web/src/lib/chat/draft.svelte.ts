import type { FileInfo } from '@stazhirovka/contract/files';
import type { Message, Words } from '@stazhirovka/domain/chat';
import type { About } from './desk-kinds.ts';
import type { Kept } from './kept.ts';

/** Where words go: what they answer, and what they are about. */
export type Aim = { replyTo: Message | null; about: About | null };
export type Draft = { text: string; files: FileInfo[]; edit?: Unfinished | null } & Partial<Aim>;
/** The words of a message that is being edited, as far as they have come. */
type Unfinished = { message: Message; text: string };

const PAUSE_MS = 300;

/** What stands in the box of a composer: a draft that is kept, or a message that is being edited instead of it. */
export class DraftBox {
	text = $state('');
	files: FileInfo[] = $state([]);
	#editing: Message | null = $state.raw(null);
	#aside: Draft | null = null;
	#unfinished: Unfinished | null = null;
	#saving = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #kept: Pick<Kept<Draft>, 'draft'>;
	readonly #aim: Aim;
	/** What this box knows to be kept: only what differs is written, for the same room may be open in another window. */
	#known = sign(null);

	/** `aim` is where the words go now; the box reads it, and sets it when it brings a draft back. */
	constructor(kept: Pick<Kept<Draft>, 'draft'>, aim: Aim) {
		this.#kept = kept;
		this.#aim = aim;
	}

	get editing() {
		return this.#editing;
	}

	get empty() {
		return this.text.trim() === '' && this.files.length === 0;
	}

	/**
	 * What an earlier visit left, unless something has been typed meanwhile; it goes where it was meant to go. The answer
	 * is the message whose edit was not finished: its words come back when it is taken up again.
	 */
	restore(draft: Draft | null): Message | null {
		this.#known = sign(draft);
		if (!draft || !this.empty || this.#editing) return null;
		[this.text, this.files] = [draft.text, draft.files];
		this.#unfinished = draft.edit ?? null;
		if (!this.#aim.replyTo && !this.#aim.about) {
			this.#aim.replyTo = draft.replyTo ?? null;
			this.#aim.about = draft.about ?? null;
		}
		return this.#unfinished?.message ?? null;
	}

	/** The message whose edit was left unfinished cannot be edited any more: its new words stay as words to send. */
	release(): void {
		const words = this.#unfinished?.text ?? '';
		this.#unfinished = null;
		this.take({ text: words, files: [] });
	}

	/** Keeps it a moment after the last letter. */
	changed(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.keep(), PAUSE_MS);
	}

	keep(): void {
		clearTimeout(this.#timer);
		const draft = this.#draft();
		if (sign(draft) === this.#known) return;
		this.#known = sign(draft);
		this.#kept.draft(draft);
	}

	/** A file that has arrived goes along with the next message, also while another one is being edited. */
	attach(file: FileInfo): void {
		if (this.#aside) this.#aside.files = [...this.#aside.files, file];
		else this.files.push(file);
		this.changed();
	}

	/** The draft goes aside and comes back when the edit is done or given up. */
	edit(message: Message | null): void {
		if (message === this.#editing) return;
		if (message) {
			this.keep();
			this.#aside ??= { text: this.text, files: $state.snapshot(this.files) };
			const begun = this.#unfinished?.message.seq === message.seq ? this.#unfinished.text : null;
			[this.text, this.files] = [begun ?? message.text, []];
		} else {
			[this.text, this.files] = [this.#aside?.text ?? '', this.#aside?.files ?? []];
			this.#aside = null;
		}
		this.#unfinished = null;
		this.#editing = message;
		this.changed();
	}

	/** Ends an edit when it was accepted, or when nothing was changed; words that were refused stay in the box. */
	async save(accept: (text: string) => Promise<boolean>): Promise<boolean> {
		const { editing } = this;
		const text = this.text.trim();
		if (!editing || this.#saving) return false;
		// Files may stand without words; a message of words alone is not emptied but removed.
		if (text === editing.text || (!text && editing.files.length === 0)) return true;

		this.#saving = true;
		const accepted = await accept(text);
		this.#saving = false;
		// Meanwhile another message may have been taken up.
		return accepted && this.#editing === editing;
	}

	/** Words that were not sent come back before what has been typed since. */
	take({ text, files }: Pick<Words, 'text' | 'files'>): void {
		this.edit(null);
		this.text = [text, this.text].filter((words) => words.trim() !== '').join('\n');
		this.files = [...files, ...this.files];
		this.keep();
	}

	/** It is on its way. */
	clear(): void {
		[this.text, this.files] = ['', []];
		this.keep();
	}

	#draft(): Draft | null {
		const { replyTo, about } = this.#aim;
		const { text, files } = this.#aside ?? { text: this.text, files: $state.snapshot(this.files) };
		const edit = this.#edit();
		const empty = text.trim() === '' && files.length === 0 && !edit;
		return empty ? null : { text, files, replyTo, about, edit };
	}

	/** Unless nothing was changed: the words are safe in the room. */
	#edit(): Unfinished | null {
		const message = this.#editing;
		if (!message) return this.#unfinished;
		return this.text.trim() && this.text.trim() !== message.text ? { message, text: this.text } : null;
	}
}

function sign(draft: Draft | null): string {
	if (!draft) return '';
	const { text, files, replyTo = null, about = null, edit = null } = draft;
	return JSON.stringify([text, files, replyTo, about, edit]);
}
