import { isCalendarDate } from '../calendar/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';
import { ownColumns, planColumns } from './columns.ts';
import { deliveryFaults, type DeliveryFault } from './delivery.ts';
import { formatFaults, type FormatFault } from './formats.ts';
import { movedDay, type Period } from './period.ts';

/** What a row says. `cells` are the words of the profile's own columns by their keys. */
export type PlanRow = {
	title: string;
	format: string;
	delivery: string;
	/** Null where the plan has no column of dates and nobody gave any. */
	from: string | null;
	lastDay: string | null;
	responsible: string;
	cells: Readonly<Record<string, string>>;
};

export type RowFault =
	| DeliveryFault
	| FormatFault
	| {
			code: `plan.${
				| 'title_missing'
				| 'dates_missing'
				| 'dates_backwards'
				| 'dates_outside'
				| 'responsible_missing'
				| 'cell_missing'}`;
			/** `cells.<key>` for a column of the profile's own. */
			field: string;
	  };

/** The rules that a row is judged by. */
export type RowRules = {
	profile: Pick<RegulationProfile, 'plan' | 'delivery_mode'>;
	formats: readonly string[];
	period: Period;
};

/** Everything that is wrong with a row under a profile (R53–R57, R60, R61). */
export function rowFaults({ profile, formats, period }: RowRules, row: PlanRow): RowFault[] {
	const columns = planColumns(profile.plan);
	const asks = (use: string) => columns.some((column) => column.use === use);
	return [
		...(row.title.trim() === '' ? [{ code: 'plan.title_missing', field: 'title' } as const] : []),
		...ownColumns(columns).flatMap(({ key }) =>
			(row.cells[key] ?? '').trim() === ''
				? [{ code: 'plan.cell_missing', field: `cells.${key}` } as const]
				: []
		),
		...formatFaults(formats, row.format),
		...deliveryFaults(profile, row.delivery),
		...daysFaults(row, period, asks('dates')),
		...(asks('person') && row.responsible.trim() === ''
			? [{ code: 'plan.responsible_missing', field: 'responsible' } as const]
			: [])
	];
}

/** What is wrong with the days of a row; days are asked for where the plan has a column of them. */
export function daysFaults(
	{ from, lastDay }: Pick<PlanRow, 'from' | 'lastDay'>,
	period: Period,
	needed: boolean
): RowFault[] {
	if (from === null && lastDay === null) return needed ? [fault('dates_missing', 'from')] : [];
	if (from === null || !isCalendarDate(from)) return [fault('dates_missing', 'from')];
	if (lastDay === null || !isCalendarDate(lastDay)) return [fault('dates_missing', 'lastDay')];
	if (lastDay < from) return [fault('dates_backwards', 'lastDay')];
	if (from < period.from) return [fault('dates_outside', 'from')];
	return period.lastDay !== null && lastDay > period.lastDay ? [fault('dates_outside', 'lastDay')] : [];
}

/** Whether the plan has a column of days, so that a row without them is not whole. */
export function asksDays({ plan }: Pick<RegulationProfile, 'plan'>): boolean {
	return planColumns(plan).some(({ use }) => use === 'dates');
}

/** A row as the next period begins with it: the same work at the same place of the calendar. */
export function movedRow<R extends Pick<PlanRow, 'from' | 'lastDay'>>(row: R, period: Period): R {
	return {
		...row,
		from: row.from && movedDay(row.from, period),
		lastDay: row.lastDay && movedDay(row.lastDay, period)
	};
}

function fault(what: 'dates_missing' | 'dates_backwards' | 'dates_outside', field: string): RowFault {
	return { code: `plan.${what}`, field };
}
