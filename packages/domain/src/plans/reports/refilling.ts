import { fieldsOf, type Answer, type FieldValue, type FormDefinition } from '../../forms/index.ts';
import type { Filled, FilledPlace, Row } from './filling.ts';
import { partsOf, type ReportPart } from './parts.ts';
import { plain } from './words.ts';

/** An answer filled anew: what was replaced, and what people had written and it kept, by the keys of fields. */
export type Refilled = { answer: Answer; replaced: string[]; kept: string[] };

/**
 * Fills an answer from the log again. Only what came from the log (`before`) and stands as it came gives way to what
 * the log says now (`fresh`); a line that people have changed stays in its place, and what they added follows.
 */
export function refill(
	definition: FormDefinition,
	answer: Answer,
	{ before, fresh }: { before: Filled; fresh: Filled }
): Refilled {
	const parts = new Map(partsOf(definition).map((part) => [part.field.key, part]));
	const touched = fieldsOf(definition).filter(
		({ key }) => Object.hasOwn(before.answer, key) || Object.hasOwn(fresh.answer, key)
	);
	return touched.reduce<Refilled>(
		(refilled, { key }) => {
			const part = parts.get(key);
			const { value, kept } =
				part?.kind === 'table' ? table(part, answer, before, fresh) : single(key, answer, before, fresh);
			const replaced = !same(value, answer[key]);
			return {
				answer: { ...refilled.answer, [key]: value },
				replaced: replaced ? [...refilled.replaced, key] : refilled.replaced,
				kept: kept ? [...refilled.kept, key] : refilled.kept
			};
		},
		{ answer, replaced: [], kept: [] }
	);
}

type Settled = { value: FieldValue; kept: boolean };

function single(key: string, answer: Answer, before: Filled, fresh: Filled): Settled {
	const now = answer[key];
	const theirs = !isBlank(now) && !same(now, before.answer[key]);
	if (theirs) return { value: now, kept: !same(now, fresh.answer[key]) };
	return { value: fresh.answer[key] ?? (typeof now === 'string' ? '' : null), kept: false };
}

function table(
	part: Extract<ReportPart, { kind: 'table' }>,
	answer: Answer,
	before: Filled,
	fresh: Filled
): Settled {
	const { key } = part.field;
	const rows = rowsIn(answer[key]).filter((row) => !isBlankRow(row));
	const old = rowsIn(before.answer[key]).map((row, index) => ({
		row,
		place: placeAt(before.places, key, index)
	}));

	const [asTheyCame, theirs] = split(rows, old, (row, one) => same(row, one.row));
	const left = old.filter((one) => !asTheyCame.some(([, found]) => found === one));
	const [changed, added] = split(theirs, left, (row, one) => titleOf(part, row) === titleOf(part, one.row));

	const merged = rowsIn(fresh.answer[key]).map((row, index) => {
		const records = placeAt(fresh.places, key, index)?.records ?? [];
		const own = changed.find(([, one]) => sameRecords(one.place, records));
		return own ? own[0] : row;
	});
	const gone = changed.map(([row]) => row).filter((row) => !merged.includes(row));
	return { value: [...merged, ...gone, ...added] as FieldValue, kept: theirs.length > 0 };
}

/** Pairs each row with one that fits, every one once; and the rows that nothing fits. */
function split<T>(
	rows: readonly Row[],
	among: readonly T[],
	fits: (row: Row, one: T) => boolean
): [[Row, T][], Row[]] {
	const free = [...among];
	const pairs: [Row, T][] = [];
	const alone: Row[] = [];
	for (const row of rows) {
		const at = free.findIndex((one) => fits(row, one));
		const [one] = at < 0 ? [] : free.splice(at, 1);
		if (one === undefined) alone.push(row);
		else pairs.push([row, one]);
	}
	return [pairs, alone];
}

function titleOf({ uses }: Extract<ReportPart, { kind: 'table' }>, row: Row): string {
	const key = [...uses].find(([, use]) => use === 'title')?.[0];
	return key === undefined ? '' : plain(String(row[key] ?? ''));
}

function placeAt(places: readonly FilledPlace[], field: string, row: number): FilledPlace | undefined {
	return places.find((place) => place.field === field && place.row === row);
}

function sameRecords(place: FilledPlace | undefined, records: FilledPlace['records']): boolean {
	return records.some(({ id }) => place?.records.some((record) => record.id === id));
}

function rowsIn(value: FieldValue): Row[] {
	return Array.isArray(value)
		? (value as unknown[]).filter((row): row is Row => typeof row === 'object' && row !== null)
		: [];
}

function isBlankRow(row: Row): boolean {
	return Object.values(row).every((cell) => isBlank(cell));
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Equal as people see it: an empty cell is an absent one, and keys have no order. */
function same(one: unknown, other: unknown): boolean {
	if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
	if (Array.isArray(one) && Array.isArray(other))
		return one.length === other.length && one.every((item, index) => same(item, other[index]));
	if (typeof one === 'object' && typeof other === 'object') {
		const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
		return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
	}
	return one === other;
}
