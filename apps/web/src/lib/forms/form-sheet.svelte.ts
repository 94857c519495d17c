import type { FileInfo } from '@stazhirovka/contract/files';
import { PATTERNS, validate, type Answer, type Fault, type FormDefinition } from '@stazhirovka/domain/forms';
import { getContext, setContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { filled, sameAnswer, settled, storable } from './answers.ts';
import { AutoSave, type SaveLine } from './autosave.svelte.ts';
import { applyChange, type Change } from './changes.ts';
import type { LocalCopy } from './local-copy.ts';
import type { Draft } from './saving.ts';

const KEY = Symbol('form sheet');

export type SheetStart = {
	definition: FormDefinition;
	answer: Answer;
	/** The stored answer, with what the service has calculated. */
	computed: Answer;
	revision: number;
	savedAt: string | null;
	faults: Fault[];
	files: FileInfo[];
	uploadUrl: string;
	/** Remarks of the page at places of the answer, which keep nobody from handing in. */
	remarks?: Remarks;
};

/** What the page has to say at places of the answer as it is now. */
export type Remarks = (answer: Answer) => ReadonlyMap<string, string>;

/** Everything a form on the screen knows: the answer, what is wrong with it, and whether it is stored. */
export class FormSheetController {
	readonly definition: FormDefinition;
	readonly uploadUrl: string;
	readonly autosave: AutoSave;
	readonly files = new SvelteMap<string, FileInfo>();
	/** What the service has calculated: shown, never sent. */
	readonly computed: Answer;
	#copy: LocalCopy;
	#remarks: Remarks | undefined;
	#answer: Answer = $state.raw({});
	#final: Fault[] = $state.raw([]);
	#aside: Answer | null = $state.raw(null);
	#left = new SvelteSet<string>();
	#said = $derived.by(() => this.#remarks?.(this.#answer));
	#storable = $derived.by(() => storable(this.definition, this.#answer));

	/** Addresses and numbers that lead nowhere: a draft keeps them, and they are told of when they are left. */
	#unreachable = $derived.by(() =>
		validate(this.definition, settled(this.definition, this.#answer), 'final').filter(({ code }) =>
			PATTERNS.some((pattern) => pattern === code)
		)
	);

	constructor(start: SheetStart, line: Pick<SaveLine, 'send' | 'tell'>, copy: LocalCopy) {
		this.definition = start.definition;
		this.uploadUrl = start.uploadUrl;
		this.#answer = filled(start.definition, start.answer);
		this.computed = start.computed;
		this.#final = start.faults;
		this.#copy = copy;
		this.#remarks = start.remarks;
		for (const file of start.files) this.files.set(file.id, file);
		this.autosave = new AutoSave({ ...line, read: () => this.#storable.answer, keep: copy.write }, start);
	}

	get answer() {
		return this.#answer;
	}

	/** The version that was not chosen: kept in sight until the person puts it away. */
	get aside() {
		return this.#aside;
	}

	/** What the last attempt to hand in found. */
	get final() {
		return this.#final;
	}

	value(key: string): unknown {
		return this.#answer[key];
	}

	put(key: string, value: unknown) {
		this.#show({ ...this.#answer, [key]: value as Answer[string] });
		this.#final = this.#final.filter(({ path }) => path !== key && !path.startsWith(`${key}.`));
	}

	change(change: Change) {
		this.#show(applyChange(this.definition, this.#answer, change));
	}

	/** The person has left this control: what is wrong with its value may be said now. */
	leave(path: string) {
		this.#left.add(path);
		void this.autosave.flush();
	}

	/** What to say at this place: faults of the last attempt to hand in, and nonsense left behind. */
	faultAt(path: string): Fault | undefined {
		return this.faults.find((fault) => fault.path === path);
	}

	remarkAt(path: string): string | undefined {
		return this.#said?.get(path);
	}

	/** Something on the screen cannot be stored as it is. */
	get hasNonsense() {
		return this.#storable.faults.length > 0;
	}

	get faults(): Fault[] {
		const here = [...this.#storable.faults, ...this.#unreachable].filter(({ path }) => this.#left.has(path));
		return [...this.#final, ...here.filter(({ path }) => !this.#final.some((one) => one.path === path))];
	}

	/** Checks the whole answer before handing in; the faults appear in their places. */
	check(): boolean {
		this.#final = validate(this.definition, settled(this.definition, this.#answer), 'final');
		return this.#final.length === 0;
	}

	refuse(faults: Fault[]) {
		this.#final = faults;
	}

	/** Takes up what a lost connection or a closed tab left on this device; true when there was something. */
	async restore(): Promise<boolean> {
		const copy = await this.#copy.read();
		const shown = this.#answer;
		if (!copy || this.autosave.isDirty) return false;
		if (sameAnswer(filled(this.definition, copy.answer), shown)) {
			void this.#copy.write(null);
			return false;
		}

		const stored = this.autosave.revision;
		this.#answer = filled(this.definition, copy.answer);
		if (copy.revision < stored) this.autosave.meet({ revision: stored, answer: shown });
		else this.autosave.touch();
		return true;
	}

	/** Another tab has stored something. */
	hear(draft: Draft) {
		if (draft.revision > this.autosave.revision) {
			this.autosave.meet({ ...draft, answer: filled(this.definition, draft.answer) });
		}
	}

	async keepMine() {
		this.#aside = this.autosave.rival?.answer ?? null;
		await this.autosave.keepMine();
	}

	takeTheirs() {
		const { rival } = this.autosave;
		if (!rival) return;

		this.#aside = this.#answer;
		this.#answer = filled(this.definition, rival.answer);
		this.autosave.takeTheirs();
	}

	dismissAside() {
		this.#aside = null;
	}

	/** The answer was handed in: there is nothing left to keep on this device. */
	done() {
		this.autosave.stop();
		void this.#copy.write(null);
	}

	#show(answer: Answer) {
		this.#answer = answer;
		this.autosave.touch();
	}
}

export const provideSheet = (sheet: FormSheetController) => setContext(KEY, sheet);
export const useSheet = () => getContext<FormSheetController>(KEY);
