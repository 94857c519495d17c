import type { FileInfo } from '@stazhirovka/contract/files';
import type { Message, Words } from '@stazhirovka/domain/chat';
import type { Kept } from './kept.ts';

export type Draft = { text: string; files: FileInfo[] };

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

	constructor(kept: Kept<Draft>) {
		this.#kept = kept;
	}

	get editing() {
		return this.#editing;
	}

	get empty() {
		return this.text.trim() === '' && this.files.length === 0;
	}

	/** What an earlier visit left, unless something has been typed meanwhile. */
	restore(draft: Draft | null): void {
		if (draft && this.empty) [this.text, this.files] = [draft.text, draft.files];
	}

	/** Keeps it a moment after the last letter. An edit is not kept: its words are safe in the room. */
	changed(): void {
		if (this.#editing) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.keep(), PAUSE_MS);
	}

	keep(): void {
		clearTimeout(this.#timer);
		if (this.#editing) return;
		this.#kept.draft(this.empty ? null : { text: this.text, files: $state.snapshot(this.files) });
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
