import { plan } from '@stazhirovka/db/seeds';
import { addDays } from '@stazhirovka/domain/calendar';
import { schoolYearAround } from '@stazhirovka/domain/indicators';
import { beginPlan } from '../capabilities/plans/commands/begin-plan.ts';
import { approvePlan, sendPlan } from '../capabilities/plans/commands/move-plan.ts';
import { reportEvent } from '../capabilities/plans/commands/report-event.ts';
import { addRow } from '../capabilities/plans/commands/write-row.ts';
import type { Ctx } from '../shell/context.ts';
import { AppError } from '../shell/errors.ts';
import { today } from '../shell/today.ts';

type Region = { leader: Ctx; keeper: Ctx; siteId: string };
type Row = (typeof plan.rows)[number];
type Year = ReturnType<typeof schoolYearAround>;

/** Where what was held is shown, as a link that a site would give. */
const SHOWN = 'https://severorechensk.example/materials';

/**
 * The plan of a site for the school year of the start: approved, everything that lies behind told of, the rest still to
 * come. A site that has a plan already, or no status any more, is left as it is.
 */
export async function planYear(region: Region): Promise<void> {
	const { leader, siteId } = region;
	const year = schoolYearAround(today(leader.now));
	const [author, keeper] = [onFirstDay(leader, year), onFirstDay(region.keeper, year)];
	const id = await beginPlan(author, { id: siteId, from: year.from, lastDay: year.to }).catch(standsAlready);
	if (id === null) return;

	const rows: { id: string; row: Row; day: string }[] = [];
	for (const [revision, row] of plan.rows.entries()) {
		const day = dayIn(year, row.on);
		const { title, format, delivery, responsible } = row;
		const days = { from: day, lastDay: addDays(day, row.days - 1) };
		const written = { ...{ title, format, delivery, responsible }, ...days, cells: {}, isPublic: false };
		rows.push({ row, day, id: await addRow(author, { id, revision, row: written, reason: null }) });
	}
	await sendPlan(author, { id, revision: rows.length });
	await approvePlan(keeper, { id, revision: rows.length + 1, kind: 'approval', paper: null });
	for (const { id: rowId, row, day } of rows)
		if (addDays(day, row.days - 1) < today(leader.now)) {
			const { format, delivery, participants, outcome } = row;
			const told = { ...{ format, delivery, participants, outcome }, links: [SHOWN], fileIds: [] };
			await reportEvent(leader, { id: rowId, heldOn: day, ...told });
		}
}

/** A plan is made before what it names. */
function onFirstDay(ctx: Ctx, { from }: Year): Ctx {
	const first = new Date(`${from}T09:00:00Z`);
	return { ...ctx, now: () => (ctx.now() < first ? ctx.now() : first) };
}

/** The tenth of September lies in the first year of a school year, the tenth of May in the second. */
function dayIn({ from, to }: Year, day: string): string {
	return `${(day >= from.slice(5) ? from : to).slice(0, 4)}-${day}`;
}

function standsAlready(error: unknown): null {
	if (error instanceof AppError) return null;
	throw error;
}
