import type { DraftFinding, PartState } from '@stazhirovka/contract/authoring';
import {
	blankRecord,
	edited,
	freshKey,
	isList,
	isRecord,
	keysWithin,
	OUTLINE,
	placeOf,
	recordsIn,
	valueAt,
	type Field,
	type Json,
	type JsonRecord,
	type PartName,
	type Path,
	type RecordsField
} from '@stazhirovka/domain/outline';
import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { LocalCopy } from '#lib/forms/local-copy.ts';
import { History } from './history.svelte.ts';
import { PartLine } from './part-line.svelte.ts';

const KEY = Symbol('authoring desk');
const CALM = 400;
const WHOLE: Field = { kind: 'record', fields: OUTLINE };

export type DeskStart = {
	document: JsonRecord;
	/** Parts that are open here; the others are read for what they are referred by. */
	parts: readonly PartName[];
	stored: Record<string, PartState>;
	findings: DraftFinding[];
	canEdit: boolean;
};

export type DeskPorts = {
	urlOf: (part: PartName) => string;
	fetch: typeof globalThis.fetch;
	copyOf: (part: PartName) => LocalCopy;
};

/** A chapter of a programme on the screen: its parts, what is wrong with them, and whether they are stored. */
export class Desk {
	readonly canEdit: boolean;
	readonly lines: readonly PartLine[];
	readonly history = new History((path, value) => this.#set(path, () => value));
	/** Which thing of a list stands open, by the path of the list. */
	#opened = new SvelteMap<string, number | null>();
	#document: JsonRecord = $state.raw({});
	#findings: DraftFinding[] = $state.raw([]);
	#telling: ReturnType<typeof setTimeout> | undefined;
	#byPlace = $derived(Map.groupBy(this.#findings, ({ place }) => place));

	constructor(start: DeskStart, ports: DeskPorts) {
		this.#document = start.document;
		this.#findings = start.findings;
		this.canEdit = start.canEdit;
		this.lines = start.parts.map((part) => {
			const { revision = 0, savedAt = null } = start.stored[part] ?? {};
			return new PartLine(
				part,
				{ revision, savedAt },
				{
					url: ports.urlOf(part),
					fetch: ports.fetch,
					copy: ports.copyOf(part),
					read: () => this.#document[part],
					show: (value) => this.#show(part, value),
					findings: (findings) => this.#tell(findings)
				}
			);
		});
	}

	/** The whole programme as it is written now, the parts of other chapters included. */
	get document() {
		return this.#document;
	}

	get findings() {
		return this.#findings;
	}

	at(path: Path): Json | undefined {
		return valueAt(this.#document, path);
	}

	/** What is wrong exactly here. */
	findingsAt(path: Path): DraftFinding[] {
		return this.#byPlace.get(placeOf(this.#document, path)) ?? [];
	}

	/** The thing of a list that stands open. */
	openedAt(path: Path): number | null {
		return this.#opened.get(path.join('.')) ?? null;
	}

	open(path: Path, index: number | null) {
		this.#opened.set(path.join('.'), index);
	}

	/** Writes a value; undefined takes its key away. Edits of one place in a row are undone at once. */
	put(path: Path, value: Json | undefined) {
		if (sameJson(value, this.at(path))) return;
		this.#edit(path, () => value, 'typing');
	}

	/** A new thing with a key of its own, at the end or at `at`; answers its index. */
	add(path: Path, field: RecordsField, at?: number): number {
		const list = this.at(path);
		const things = isList(list) ? list : [];
		const index = at ?? things.length;
		this.#edit(path, () => things.toSpliced(index, 0, this.#fresh(path, field)), 'whole');
		return index;
	}

	/** A line, or a key that is referred to, at the end of a list or at `at`. */
	addLines(path: Path, lines: string[], at?: number) {
		const list = this.at(path);
		const held = isList(list) ? list : [];
		this.#edit(path, () => held.toSpliced(at ?? held.length, 0, ...lines), 'whole');
	}

	remove(path: Path, index: number) {
		const list = this.at(path);
		if (isList(list)) this.#edit(path, () => list.toSpliced(index, 1), 'whole');
	}

	move(path: Path, from: number, to: number) {
		const list = this.at(path);
		if (!isList(list) || from === to || !(to in list)) return;
		this.#edit(path, () => list.toSpliced(from, 1).toSpliced(to, 0, list[from] ?? null), 'whole');
	}

	/** The author has left a control: what was written is stored now, and the next edit is undone apart from it. */
	leave() {
		this.history.close();
		this.flush();
	}

	flush(keepalive = false) {
		for (const { autosave } of this.lines) void autosave.flush(keepalive);
	}

	/** The draft was read anew: parts that others have saved are shown, or offered where mine differ. */
	hear(document: JsonRecord, stored: Record<string, PartState>, findings: DraftFinding[]): PartLine[] {
		const mine: string[] = this.lines.map(({ part }) => part);
		const others = Object.entries(document).filter(([part]) => !mine.includes(part));
		this.#document = { ...this.#document, ...Object.fromEntries(others) };
		this.#findings = findings;
		return this.lines.filter((line) => {
			const state = stored[line.part];
			return (
				state && line.hear(state.revision, document[line.part], { by: state.savedBy, at: state.savedAt })
			);
		});
	}

	/** Somebody has stored a newer revision of what is open here. */
	isBehind(stored: Record<string, { revision: number }>): boolean {
		return this.lines.some(({ part, autosave }) => (stored[part]?.revision ?? 0) > autosave.revision);
	}

	/** What is wrong is said a moment after leaving a control: nothing moves under the press that left it. */
	#tell(findings: DraftFinding[]) {
		clearTimeout(this.#telling);
		this.#telling = setTimeout(() => (this.#findings = findings), CALM);
	}

	#fresh(path: Path, field: RecordsField): JsonRecord {
		if (!field.key) return blankRecord(field.fields);
		const others = field.key.within ? keysWithin(this.at(path.slice(0, 1)), String(path.at(-1))) : [];
		const key = freshKey(field.key, this.at(path.slice(0, -1)), recordsIn(this.at(path)), others);
		return blankRecord(field.fields, { key });
	}

	#edit(path: Path, edit: (value: Json | undefined) => Json | undefined, kind: 'typing' | 'whole') {
		const before = this.at(path);
		this.#set(path, edit);
		this.history.note({ path, before, after: this.at(path) }, kind);
	}

	#set(path: Path, edit: (value: Json | undefined) => Json | undefined) {
		const next = edited(WHOLE, this.#document, path, edit);
		if (isRecord(next)) this.#document = next;
		this.lines.find(({ part }) => part === path[0])?.autosave.touch();
	}

	#show(part: PartName, value: Json | undefined) {
		const next = edited(WHOLE, this.#document, [part], () => value);
		if (isRecord(next)) this.#document = next;
		this.history.forget();
	}
}

function sameJson(one: Json | undefined, other: Json | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

export const provideDesk = (desk: Desk) => setContext(KEY, desk);
export const useDesk = () => getContext<Desk>(KEY);
