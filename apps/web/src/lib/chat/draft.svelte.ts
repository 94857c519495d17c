import type { FileInfo } from '@stazhirovka/contract/files';
import type { Message, Words } from '@stazhirovka/domain/chat';
import type { About } from './desk.svelte.ts';
import type { Kept } from './kept.ts';

/** Where words go: what they answer, and what they are about. */
export type Aim = { replyTo: Message | null; about: About | null };
export type Draft = { text: string; files: FileInfo[] } & Partial<Aim>;

const PAUSE_MS = 300;

/** What stands in the box of a composer: a draft that is kept, or a message that is being edited instead of it. */
export class DraftBox {
	text = $state('');
	files: FileInfo[] = $state([]);
	#editing: Message | null = $state.raw(null);
	#aside: Draft | null = null;
	#saving = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #kept: Kept<Draft>;
	readonly #aim: Aim;
	/** What an earlier visit left was read: before, an empty box says nothing of it. */
	#read = false;

	/** `aim` is where the words go now; the box reads it, and sets it when it brings a draft back. */
	constructor(kept: Kept<Draft>, aim: Aim) {
		this.#kept = kept;
		this.#aim = aim;
	}

	get editing() {
		return this.#editing;
	}

	get empty() {
		return this.text.trim() === '' && this.files.length === 0;
	}

	/** What an earlier visit left, unless something has been typed meanwhile; it goes where it was meant to go. */
	restore(draft: Draft | null): void {
		this.#read = true;
		if (!draft || !this.empty || this.#editing) return;
		[this.text, this.files] = [draft.text, draft.files];
		if (this.#aim.replyTo || this.#aim.about) return;
		this.#aim.replyTo = draft.replyTo ?? null;
		this.#aim.about = draft.about ?? null;
	}

	/** Keeps it a moment after the last letter. An edit is not kept: its words are safe in the room. */
	changed(): void {
		if (this.#editing) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.keep(), PAUSE_MS);
	}

	keep(): void {
		clearTimeout(this.#timer);
		if (this.#editing || (this.empty && !this.#read)) return;
		const { replyTo, about } = this.#aim;
		const draft = { text: this.text, files: $state.snapshot(this.files), replyTo, about };
		this.#kept.draft(this.empty ? null : draft);
	}

	/** The draft goes aside and comes back when the edit is done or given up. */
	edit(message: Message | null): void {
		if (message === this.#editing) return;
		if (message) {
			this.keep();
			this.#aside ??= { text: this.text, files: $state.snapshot(this.files) };
			[this.text, this.files] = [message.text, []];
		} else {
			[this.text, this.files] = [this.#aside?.text ?? '', this.#aside?.files ?? []];
			this.#aside = null;
		}
		this.#editing = message;
	}

	/** Ends an edit when it was accepted, or when nothing was changed; words that were refused stay in the box. */
	async save(accept: (text: string) => Promise<boolean>): Promise<boolean> {
		const { editing } = this;
		const text = this.text.trim();
		if (!editing || this.#saving) return false;
		if (!text || text === editing.text) return true;

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
}
