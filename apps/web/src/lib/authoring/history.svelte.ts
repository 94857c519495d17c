import type { Json, Path } from '@stazhirovka/domain/outline';

type Step = { path: Path; before: Json | undefined; after: Json | undefined };

const MOST = 200;

/** What was edited here, to be taken back and done again. Letters typed into one control are one step. */
export class History {
	#done: Step[] = $state.raw([]);
	#undone: Step[] = $state.raw([]);
	#isOpen = false;
	#write: (path: Path, value: Json | undefined) => void;

	constructor(write: (path: Path, value: Json | undefined) => void) {
		this.#write = write;
	}

	get canUndo() {
		return this.#done.length > 0;
	}

	get canRedo() {
		return this.#undone.length > 0;
	}

	note(step: Step, kind: 'typing' | 'whole') {
		const last = this.#done.at(-1);
		const joins = kind === 'typing' && this.#isOpen && last?.path.join() === step.path.join();
		this.#done = joins
			? this.#done.with(-1, { ...last, after: step.after })
			: [...this.#done.slice(-MOST), step];
		this.#undone = [];
		this.#isOpen = kind === 'typing';
	}

	/** What is typed next is a step of its own. */
	close() {
		this.#isOpen = false;
	}

	/** Takes the last step back; answers where it was. */
	undo(): Path | null {
		const step = this.#done.at(-1);
		if (!step) return null;
		this.#done = this.#done.slice(0, -1);
		this.#undone = [...this.#undone, step];
		return this.#back(step.path, step.before);
	}

	redo(): Path | null {
		const step = this.#undone.at(-1);
		if (!step) return null;
		this.#undone = this.#undone.slice(0, -1);
		this.#done = [...this.#done, step];
		return this.#back(step.path, step.after);
	}

	/** A part was replaced as a whole: older steps do not fit it. */
	forget() {
		this.#done = [];
		this.#undone = [];
	}

	#back(path: Path, value: Json | undefined): Path {
		this.#write(path, value);
		this.close();
		return path;
	}
}
