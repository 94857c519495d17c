import { isId } from '@stazhirovka/domain/ids';
import type { SummaryRecords } from '@stazhirovka/contract/summaries';
import type { Figure, Span } from '@stazhirovka/domain/indicators';
import {
	basisOf,
	measured,
	measureOf,
	spansOf,
	spanTitle,
	type MeasureKey,
	type SummaryDefinition
} from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { recordsWithin, type Places } from '../monitoring/index.ts';
import { placesFor } from './access.ts';
import { readTable, toMeasure } from './reading.ts';
import * as queries from './records-queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Asked = {
	definition: SummaryDefinition;
	row?: string | undefined;
	measure: MeasureKey;
	span: number;
	after?: string | undefined;
};
type Behind = Pick<SummaryRecords, 'cohorts' | 'records' | 'next'>;

const PAGE = 50;

/** What stands behind one number of a table: the same places, the same days, and the records that it was counted from. */
export async function readSummaryRecords(ctx: Reader, asked: Asked): Promise<SummaryRecords> {
	const { definition, measure, row: key } = asked;
	const table = await readTable(ctx, definition);
	const place = table.columns.findIndex((one) => one.measure === measure && one.span === asked.span);
	const row = table.rows.find((one) => one.key === key);
	const figure = (key === undefined ? table.total?.[place] : row?.cells[place]) ?? null;
	const span = spansOf(definition, today(ctx.now))[asked.span];
	if (!span || figure === null) missing('summary_records');

	const places = narrowedTo(await placesFor(ctx, definition), definition.subject, key);
	const behind = await behindMeasure(ctx, { ...asked, places, period: span });
	return {
		...behind,
		measure: toMeasure(measureOf(measure)),
		row: row?.title ?? 'Всё вместе',
		period: { ...span, title: spanTitle(span) },
		figure,
		indicator: measureOf(measure).told === 'records' ? basisOf(measure) : null
	};
}

const KINDS = {
	site: 'sites',
	municipality: 'municipalities',
	regulation: 'regulations',
	programme: 'programmes',
	cohort: 'cohorts'
} as const;

/** Of the places of the table only those of the row. It is one of them already, so its filter may give way. */
function narrowedTo(places: Places, subject: SummaryDefinition['subject'], key: string | undefined): Places {
	if (key === undefined || subject === 'deficit') return places;
	return { ...places, only: { ...places.only, [KINDS[subject]]: [key] } };
}

type Placed = Asked & { places: Places; period: Span };

async function behindMeasure(ctx: Reader, asked: Placed): Promise<Behind> {
	const { measure, places, period: span, after } = asked;
	const indicator = basisOf(measure);
	if (indicator === null) return behindCount(ctx, asked);

	const { cohorts, records, next } = await recordsWithin(ctx, { indicator, places, span, after });
	const told = (figure: Figure) => (indicator === measure ? figure : counted(measure, figure));
	return {
		cohorts: cohorts.map((cohort) => ({ ...cohort, figure: told(cohort.figure) })),
		records: records.map(({ id, title, site, on, counted }) => ({ id, title, site, on, counted })),
		next
	};
}

/** Of a share the count that it is made of. */
function counted(measure: MeasureKey, figure: Figure): Figure {
	if (figure.kind === 'few') return figure;
	return { ...figure, value: measure === 'enrolled' ? figure.whole : figure.part };
}

async function behindCount({ db, now }: Reader, asked: Placed): Promise<Behind> {
	const { measure, places, period: span, row } = asked;
	const page = { places, span, after: cursorOf(asked.after), limit: PAGE + 1 };
	if (measure === 'sites') {
		const rows = await queries.activeSites(db, page);
		const records = rows.slice(0, PAGE).map((one) => ({ ...one, site: null, on: null, counted: true }));
		return { cohorts: [], records, next: nextOf(rows) };
	}
	if (measure === 'cohorts') return ofRows(await queries.endedCohorts(db, page), () => null);
	if (measure === 'deficit_seats' || measure === 'free_seats') {
		const title = measure === 'free_seats' ? null : (row ?? missing('summary_records'));
		const rows = await queries.enrollingCohorts(db, { ...page, title, today: today(now) });
		return ofRows(rows, ({ free }) => ({ kind: 'value', value: free, part: free, whole: free }));
	}
	const rows = await queries.deficitCohorts(db, { ...page, title: row ?? null });
	return ofRows(rows, (one) =>
		measured(
			measure,
			measure === 'deficit_needed'
				? { part: one.needed, whole: one.people, people: one.people }
				: { part: one.reduced, whole: one.before, people: one.repeated }
		)
	);
}

function ofRows<T extends queries.CohortRow>(rows: T[], figure: (row: T) => Figure | null): Behind {
	const cohorts = rows.slice(0, PAGE).map((row) => {
		const { id, title, site, endsOn } = row;
		return { id, title, site, endsOn, figure: figure(row) };
	});
	return { cohorts, records: [], next: nextOf(rows) };
}

/** What is not a cursor of ours begins from the top. */
function cursorOf(after: string | undefined): string | null {
	return after !== undefined && isId(after) ? after : null;
}

function nextOf(rows: { id: string }[]): string | null {
	return rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null;
}
