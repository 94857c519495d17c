import type { Words } from '@stazhirovka/domain/chat';
import { LONGEST_MESSAGE, MOST_FILES } from '@stazhirovka/domain/chat';
import type { Upload, Uploads } from '#lib/uploads/uploads.svelte.ts';
import type { DraftBox } from './draft.svelte.ts';
import { legible, tooMuch, type Fault } from './limits.ts';
import { calledIn, type Person } from './mentions.ts';

type Ports = {
	box: DraftBox;
	uploads: Pick<Uploads, 'list' | 'start'>;
	/** Whom one may call. */
	people: () => readonly Person[];
	/** Milliseconds until the room takes the next message of this person. */
	rest: () => number;
	post: (words: Pick<Words, 'text' | 'files' | 'mentions'>) => void;
};

const standsStill = ({ state }: Upload) => state === 'paused' || state === 'failed';

/** What stands between the words of a composer and the room: files on their way, a pause of slow mode, what is too much. */
export class Sending {
	/** Why it has not gone; null when nothing is wrong. */
	fault: Fault | null = $state(null);
	/** What it waits for; it goes by itself after that. */
	waits: 'files' | 'pause' | null = $state(null);
	#pause: ReturnType<typeof setTimeout> | undefined;
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** Takes as many files as a message may have. */
	attach(chosen: Iterable<File> | null | undefined): void {
		const files = [...(chosen ?? [])];
		if (files.length === 0) return;
		const { box, uploads } = this.#ports;
		const left = MOST_FILES - box.files.length - uploads.list.length;
		this.fault = box.editing ? 'editing' : files.length > left ? 'files' : null;
		if (box.editing) return;
		for (const file of files.slice(0, Math.max(left, 0))) void uploads.start(file);
	}

	submit(): void {
		const { box, uploads } = this.#ports;
		this.fault = null;
		if (uploads.list.length === 0) return this.#send();
		if (!this.#fits(box.text, box.files.length + uploads.list.length)) return;
		if (uploads.list.some(standsStill)) this.fault = 'standing';
		else this.waits = 'files';
	}

	/** The files have moved on, or the room has another pause: what waits for that goes when it may. */
	follow(): void {
		const { box, uploads } = this.#ports;
		if (this.waits === 'pause') return this.#tryAgain();
		const stopped = uploads.list.some(standsStill);
		if (this.waits !== 'files' || (uploads.list.length > 0 && !stopped && !box.editing)) return;
		this.waits = null;
		if (stopped) this.fault = 'standing';
		else if (!box.editing) this.#send();
	}

	/** What was wrong is being mended; what is too long is told while it is. */
	typed(): void {
		this.fault = this.#ports.box.text.length > LONGEST_MESSAGE ? 'long' : null;
	}

	stay(): void {
		clearTimeout(this.#pause);
		this.waits = null;
	}

	/** Words as they may go, and whom they call; null when they are too much. */
	words(text: string): Pick<Words, 'text' | 'mentions'> | null {
		return this.#fits(text, 0);
	}

	#send(): void {
		const { box, post, rest } = this.#ports;
		if (box.empty) return;
		const words = this.#fits(box.text, box.files.length);
		if (!words) return;
		const pause = rest();
		if (pause > 0) return this.#sendAfter(pause);
		post({ ...words, files: $state.snapshot(box.files) });
		box.clear();
	}

	#sendAfter(pause: number): void {
		this.stay();
		this.waits = 'pause';
		this.#pause = setTimeout(() => this.#tryAgain(), pause);
	}

	#tryAgain(): void {
		this.stay();
		if (!this.#ports.box.editing) this.#send();
	}

	#fits(typed: string, files: number): Pick<Words, 'text' | 'mentions'> | null {
		const text = legible(typed).trim();
		const mentions = calledIn(text, this.#ports.people());
		this.fault = tooMuch({ text, files, mentions: mentions.length });
		return this.fault ? null : { text, mentions };
	}
}
