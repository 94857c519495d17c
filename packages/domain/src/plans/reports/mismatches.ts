import type { Answer, FieldValue, FormDefinition } from '../../forms/index.ts';
import type { Row } from './filling.ts';
import type { HeldEvent, RecordRef, ReportLog } from './log.ts';
import { matchEvents, type Match, type ToldEvent } from './matching.ts';
import { partsOf, type ReportPart } from './parts.ts';
import { clip, plain } from './words.ts';

/** `not_logged`: told, and the log knows nothing of it; `not_told`: the other way round. */
export const MISMATCH_KINDS = [
	'not_logged',
	'not_told',
	'participants',
	'number',
	'overdue',
	'no_evidence'
] as const;

/** Where a report and the activity of a site differ (R26): what was told, what was logged, and the records behind it. */
export type Mismatch = {
	kind: (typeof MISMATCH_KINDS)[number];
	/** The event, or the words of the field. */
	about: string;
	/** Numbers of people or things; null where there is none. */
	told: number | null;
	logged: number | null;
	/** The day it was held on, or was to be held by. */
	on: string | null;
	/** The place of the answer: `events.0`. */
	path: string | null;
	records: RecordRef[];
};

/** The records behind every told event, for those who read the report. */
export type ToldPlace = { path: string; records: RecordRef[] };

/** A report beside the log of its period. What the form does not ask for is not missing in it. */
export function mismatches(definition: FormDefinition, answer: Answer, log: ReportLog): Mismatch[] {
	const parts = partsOf(definition);
	return [
		...matchesIn(parts, answer, log).flatMap((match) => ofMatch(match)),
		...parts.flatMap((part) => ofText(parts, part, answer, log)),
		...parts.flatMap((part) => ofNumber(part, answer, log))
	];
}

/** Which records stand behind the events of a report as it is now. */
export function toldPlaces(definition: FormDefinition, answer: Answer, log: ReportLog): ToldPlace[] {
	return matchesIn(partsOf(definition), answer, log).flatMap(({ told, logged }) =>
		told.map(({ path }) => ({ path, records: logged.map(toRef) }))
	);
}

function matchesIn(parts: readonly ReportPart[], answer: Answer, { events }: ReportLog): Match[] {
	const tables = parts.filter((part) => part.kind === 'table' && part.told === 'events');
	if (tables.length === 0) return [];
	return matchEvents(
		tables.flatMap((part) => toldIn(part, answer)),
		events
	);
}

function ofMatch({ told, logged }: Match): Mismatch[] {
	const [one] = told;
	const [first] = logged;
	const records = logged.map(toRef);
	if (!one)
		return first
			? [{ ...about(first.title), kind: 'not_told', logged: first.participants, on: first.heldOn, records }]
			: [];
	const at = { ...about(one.title), told: one.participants, path: one.path };
	if (!first) return [{ ...at, kind: 'not_logged' }];

	const sum = logged.reduce((people, event) => people + event.participants, 0);
	if (one.participants === null || one.participants === sum) return [];
	return [
		{ ...at, kind: 'participants', logged: sum, on: logged.length === 1 ? first.heldOn : null, records }
	];
}

/** A list in words, where there is no table: an event whose name is not in it was not told. */
function ofText(
	parts: readonly ReportPart[],
	part: ReportPart,
	answer: Answer,
	{ events }: ReportLog
): Mismatch[] {
	const hasTable = parts.some(({ kind, told }) => kind === 'table' && told === 'events');
	if (part.kind !== 'text' || part.told !== 'events' || hasTable) return [];
	const text = ` ${plain(String(answer[part.field.key] ?? ''))} `;
	return events
		.filter(({ title }) => !text.includes(` ${plain(title)} `))
		.map((event) => ({
			...about(event.title),
			kind: 'not_told',
			logged: event.participants,
			on: event.heldOn,
			path: part.field.key,
			records: [toRef(event)]
		}));
}

function ofNumber(part: ReportPart, answer: Answer, { events, cohorts, works }: ReportLog): Mismatch[] {
	if (part.kind !== 'number') return [];
	const told = answer[part.field.key];
	if (typeof told !== 'number') return [];
	const all = {
		events: events.map((event) => ({ ref: toRef(event), people: event.participants })),
		cohorts: cohorts.map(({ id, interns }) => ({ ref: { kind: 'cohort' as const, id }, people: interns })),
		works: works.map(({ id }) => ({ ref: { kind: 'work' as const, id }, people: 1 })),
		changes: []
	}[part.told];
	const people = all.reduce((sum, one) => sum + one.people, 0);
	const logged = part.measure === 'people' ? people : all.length;
	if (told === logged) return [];
	const records = all.map(({ ref }) => ref);
	return [{ ...about(part.field.label), kind: 'number', told, logged, path: part.field.key, records }];
}

function toldIn(part: ReportPart, answer: Answer): ToldEvent[] {
	if (part.kind !== 'table') return [];
	const keyOf = (wanted: string) => [...part.uses].find(([, use]) => use === wanted)?.[0];
	const [title, count] = [keyOf('title'), keyOf('count')];
	if (title === undefined) return [];
	return rowsIn(answer[part.field.key]).flatMap((row, index) => {
		const words = String(row[title] ?? '').trim();
		const participants = count === undefined ? null : numberIn(row[count]);
		return words ? [{ path: `${part.field.key}.${index}`, title: words, participants }] : [];
	});
}

function rowsIn(value: FieldValue): Row[] {
	return Array.isArray(value) ? (value as unknown[]).map((row) => (row ?? {}) as Row) : [];
}

/** «около 30 человек» says 30. */
function numberIn(cell: unknown): number | null {
	if (typeof cell === 'number') return cell;
	const [digits] = /\d+/.exec(String(cell ?? '').replace(/(?<=\d)\s(?=\d)/gu, '')) ?? [];
	return digits === undefined ? null : Number(digits);
}

function about(words: string) {
	return { about: clip(words, 300), told: null, logged: null, on: null, path: null, records: [] };
}

function toRef({ id }: HeldEvent): RecordRef {
	return { kind: 'event', id };
}
