import { byAlphabet } from '../alphabet/index.ts';
import type { Counted, Figure, Span } from '../indicators/index.ts';
import { spanTitle, type SummaryDefinition } from './definition.ts';
import { measured, measureOf, type Measure, type MeasureKey } from './measures.ts';

export type SummaryColumn = Pick<Measure, 'unit' | 'title'> & {
	measure: MeasureKey;
	/** Place of its days among the spans. */
	span: number;
	/** «2025/26»; null where there is one span. */
	days: string | null;
};

/** A thing that a row tells of: a site, a municipality, a cohort. */
export type SummaryThing = { key: string; title: string; note: string | null };
export type SummaryRow = SummaryThing & { cells: Figure[] };
export type SummaryTable = {
	columns: SummaryColumn[];
	rows: SummaryRow[];
	/** Of all rows together; null cells say nothing. */
	total: (Figure | null)[] | null;
};

/** What was counted of a thing in a span; `null` as the thing: of all together. Undefined: nothing was. */
export type CountedAt = (thing: string | null, span: number, key: MeasureKey) => Counted | undefined;

const NOTHING: Counted = { part: 0, whole: 0, people: 0 };

/**
 * The table of a definition out of what was counted. A total is counted like any other figure, from parts and wholes of
 * everybody: shares are never averaged. Rows stand in the order asked for, those without a figure last either way.
 */
export function arrange(
	definition: SummaryDefinition,
	{ spans, things, counted }: { spans: readonly Span[]; things: readonly SummaryThing[]; counted: CountedAt }
): SummaryTable {
	const columns = columnsOf(definition, spans);
	const cell = (thing: string | null, { measure, span }: SummaryColumn) =>
		isUntold(measure, span, spans) ? FEW : measured(measure, counted(thing, span, measure) ?? NOTHING);
	const rows = things.map((thing) => ({ ...thing, cells: columns.map((column) => cell(thing.key, column)) }));

	return {
		columns,
		rows: sorted(rows, columns, definition.sort, spans.length - 1),
		total:
			rows.length < 2
				? null
				: columns.map((column) => (measureOf(column.measure).adds ? cell(null, column) : null))
	};
}

const FEW: Figure = { kind: 'few' };

/** What is counted today says nothing of days past. */
function isUntold(measure: MeasureKey, span: number, spans: readonly Span[]): boolean {
	return measureOf(measure).isOfToday && span < spans.length - 1;
}

function columnsOf({ measures }: SummaryDefinition, spans: readonly Span[]): SummaryColumn[] {
	return measures.flatMap((measure) =>
		spans.map((days, span) => {
			const { title, unit } = measureOf(measure);
			return { measure, span, title, unit, days: spans.length > 1 ? spanTitle(days) : null };
		})
	);
}

function sorted(
	rows: SummaryRow[],
	columns: SummaryColumn[],
	{ by, order }: SummaryDefinition['sort'],
	last: number
): SummaryRow[] {
	const sign = order === 'up' ? 1 : -1;
	const byTitle = (one: SummaryRow, other: SummaryRow) =>
		byAlphabet(one.title, other.title) || (one.key < other.key ? -1 : 1);
	if (by === 'title') return rows.toSorted((one, other) => byTitle(one, other) * sign);

	const place = columns.findIndex(({ measure, span }) => measure === by && span === last);
	const value = ({ cells }: SummaryRow) => {
		const cell = cells[place];
		return cell?.kind === 'value' ? cell.value : null;
	};
	return rows.toSorted((one, other) => {
		const [a, b] = [value(one), value(other)];
		if (a === null || b === null) return Number(a === null) - Number(b === null) || byTitle(one, other);
		return (a - b) * sign || byTitle(one, other);
	});
}
