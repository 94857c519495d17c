import type { SummaryRecords } from '@stazhirovka/contract/summaries';
import type { Figure } from '@stazhirovka/domain/indicators';
import {
	basisOf,
	measureOf,
	spansOf,
	spanTitle,
	type MeasureKey,
	type SummaryDefinition
} from '@stazhirovka/domain/summaries';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { recordsWithin, type Places } from '../monitoring/index.ts';
import { placesFor } from './access.ts';
import { behindCount } from './behind-counts.ts';
import { behindSchools } from './behind-schools.ts';
import { behindChecks, behindLoad } from './behind-tutors.ts';
import { NOTHING, type Asked, type Behind, type Reader } from './behind.ts';
import { placeAndDeficit } from './counting-deficits.ts';
import { readTable, toMeasure } from './reading.ts';

type Wanted = Omit<Asked, 'places' | 'period'> & { span: number };

/** What stands behind one number of a table: the same places, the same days, and the records that it was counted from. */
export async function readSummaryRecords(ctx: Reader, asked: Wanted): Promise<SummaryRecords> {
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
		row: row ? titleOf(row, definition) : 'Всё вместе',
		period: { ...span, title: spanTitle(span) },
		figure,
		indicator: measureOf(measure).told === 'records' ? basisOf(measure) : null
	};
}

/** A deficit stands in several places. */
function titleOf({ title, note }: { title: string; note: string | null }, { subject }: SummaryDefinition) {
	return subject === 'deficit_place' && note ? `${title}, ${note}` : title;
}

/** What of the places the key of a row names; a listed school and a tutor are no places. */
const NARROWED: Record<SummaryDefinition['subject'], (key: string) => Places['only']> = {
	site: (key) => ({ sites: [key] }),
	municipality: (key) => ({ municipalities: [key] }),
	regulation: (key) => ({ regulations: [key] }),
	programme: (key) => ({ programmes: [key] }),
	cohort: (key) => ({ cohorts: [key] }),
	deficit_place: (key) => ({ municipalities: [placeAndDeficit(key).municipality] }),
	deficit: () => ({}),
	tutor: () => ({}),
	school: () => ({})
};

/** Of the places of the table only those of the row. It is one of them already, so its filter may give way. */
function narrowedTo(places: Places, subject: SummaryDefinition['subject'], key: string | undefined): Places {
	return key === undefined ? places : { ...places, only: { ...places.only, ...NARROWED[subject](key) } };
}

async function behindMeasure(ctx: Reader, asked: Asked): Promise<Behind> {
	const { measure, places, period: span, after, row, definition } = asked;
	if (definition.subject === 'school') return behindSchools(ctx, asked);
	if (measure === 'tutor_interns') return behindLoad(ctx, asked);
	if (definition.subject === 'tutor' && row !== undefined) return behindChecks(ctx, asked, row);
	const indicator = basisOf(measure);
	if (indicator === null) return behindCount(ctx, asked);

	const { cohorts, records, next } = await recordsWithin(ctx, { indicator, places, span, after });
	const told = (figure: Figure) => (indicator === measure ? figure : counted(measure, figure));
	return {
		...{ ...NOTHING, records, next },
		cohorts: cohorts.map((cohort) => ({ ...cohort, figure: told(cohort.figure) }))
	};
}

/** Of a share the count that it is made of. */
function counted(measure: MeasureKey, figure: Figure): Figure {
	if (figure.kind === 'few') return figure;
	return { ...figure, value: measure === 'enrolled' ? figure.whole : figure.part };
}
