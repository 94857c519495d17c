import { longDate } from '../../certificates/index.ts';
import { CEILINGS, type Answer, type Column, type Field, type FormDefinition } from '../../forms/index.ts';
import type { RecordRef, ReportLog } from './log.ts';
import { mainPart, partsOf, TOLD, type ReportPart, type TableField, type Told, type Use } from './parts.ts';
import { changeLine, changeWords, clip, eventLine } from './words.ts';

type Cell = string | number | null;
export type Row = Record<string, Cell>;

/** What the log says in a place of the answer: a row of a table, or a whole field. */
export type FilledPlace = { field: string; row: number | null; records: RecordRef[] };

/** An answer worked out of the log, with the records behind every filled place. */
export type Filled = { answer: Answer; places: FilledPlace[] };

/** One record as a row of any table: what it says for each use of a column. */
type Line = {
	record: RecordRef;
	people: number;
	text: string;
	says: Partial<Record<Use, string>>;
	/** The day itself, for columns of dates. */
	on: string | null;
};

/** The report as far as the log knows it (R128, R129, R138): a draft, for people to go on with. */
export function fromLog(definition: FormDefinition, log: ReportLog): Filled {
	const parts = partsOf(definition);
	const lists = TOLD.flatMap((told) => mainPart(parts, told) ?? []);
	const numbers = parts.filter(({ kind }) => kind === 'number');
	return [...lists, ...numbers].reduce<Filled>(
		(filled, part) => withPart(filled, part, linesOf(part.told, log)),
		{ answer: {}, places: [] }
	);
}

function withPart({ answer, places }: Filled, part: ReportPart, lines: readonly Line[]): Filled {
	if (lines.length === 0) return { answer, places };
	const { key } = part.field;
	const whole: FilledPlace = { field: key, row: null, records: lines.map(({ record }) => record) };
	switch (part.kind) {
		case 'number': {
			const people = lines.reduce((sum, line) => sum + line.people, 0);
			const value = part.measure === 'people' ? people : lines.length;
			return { answer: { ...answer, [key]: value }, places: [...places, whole] };
		}
		case 'text': {
			const text = clip(lines.map((line) => line.text).join('\n'), longest(part.field));
			return { answer: { ...answer, [key]: text }, places: [...places, whole] };
		}
		case 'table': {
			const rows = packed(lines, part.field.maxRows ?? CEILINGS.tableRows);
			const cells = rows.map((row, index) => toRow(part.field, part.uses, row.line, index));
			const told = rows.map(({ records }, row) => ({ field: key, row, records }));
			return { answer: { ...answer, [key]: cells }, places: [...places, ...told] };
		}
	}
}

type Packed = { line: Line; records: RecordRef[] };

/** More records than a table has rows stand in its last row together, so that the sum stays right. */
function packed(lines: readonly Line[], most: number): Packed[] {
	const own = lines.length > most ? lines.slice(0, most - 1) : lines;
	const rest = lines.slice(own.length);
	const [first] = rest;
	const rows = own.map((line) => ({ line, records: [line.record] }));
	if (!first) return rows;

	const people = rest.reduce((sum, line) => sum + line.people, 0);
	const line: Line = {
		...first,
		people,
		on: null,
		says: { title: `Другие: ${rest.length}`, count: `${people}` }
	};
	return [...rows, { line, records: rest.map(({ record }) => record) }];
}

function toRow({ columns }: TableField, uses: ReadonlyMap<string, Use>, line: Line, index: number): Row {
	const says = saidIn(uses, line.says);
	const cells = columns.flatMap((column): [string, Cell][] => {
		const use = uses.get(column.key);
		if (!use) return [];
		return [[column.key, cellOf(column, use === 'number' ? `${index + 1}` : (says[use] ?? ''), line.on)]];
	});
	return Object.fromEntries(cells);
}

/** Where a table has no column for the author, the title tells whose it is. */
function saidIn(uses: ReadonlyMap<string, Use>, says: Line['says']): Line['says'] {
	if (!says.author || [...uses.values()].includes('author')) return says;
	return { ...says, title: workName({ title: says.title ?? '', author: says.author }) };
}

function workName({ title, author }: { title: string; author: string }): string {
	return author ? `${title} (${author})` : title;
}

function cellOf(column: Column, words: string, on: string | null): Cell {
	switch (column.kind) {
		case 'number':
			return /^\d+$/.test(words) ? Number(words) : null;
		case 'date':
			return on;
		case 'singleChoice':
			return column.options.find(({ value, label }) => value === words || label === words)?.value ?? null;
		default:
			return clip(words, longest(column));
	}
}

function longest(field: Column | Field): number {
	const own = 'maxLength' in field ? field.maxLength : undefined;
	return own ?? (field.kind === 'longText' ? CEILINGS.longText : CEILINGS.shortText);
}

function linesOf(told: Told, { events, changes, works, cohorts }: ReportLog): Line[] {
	switch (told) {
		case 'events':
			return events.map((event) => ({
				record: { kind: 'event', id: event.id },
				people: event.participants,
				text: eventLine(event),
				on: event.heldOn,
				says: {
					title: event.title,
					format: event.format,
					delivery: event.delivery,
					count: `${event.participants}`,
					day: longDate(event.heldOn),
					outcome: event.outcome,
					link: event.links.join(', '),
					person: event.responsible
				}
			}));
		case 'changes':
			return changes.map((change) => ({
				record: { kind: 'change', id: change.id },
				people: 0,
				text: changeLine(change),
				on: change.on,
				says: {
					title: change.title,
					change: changeWords(change),
					reason: change.reason,
					day: longDate(change.on)
				}
			}));
		case 'works':
			return works.map((work) => ({
				record: { kind: 'work', id: work.id },
				people: 1,
				text: [workName(work), work.link].filter(Boolean).join(': '),
				on: work.on,
				says: {
					...{ title: work.title, author: work.author, cohort: work.cohort },
					...{ link: work.link ?? '', day: longDate(work.on) }
				}
			}));
		case 'cohorts':
			return cohorts.map(({ id, title, from, lastDay, interns }) => ({
				record: { kind: 'cohort', id },
				people: interns,
				text: `${title}: ${interns}`,
				on: from,
				says: { title, count: `${interns}`, day: `${longDate(from)} – ${longDate(lastDay)}` }
			}));
	}
}
