import type { Tx } from '@stazhirovka/db';
import { executionFaults } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../shell/context.ts';
import { AppError, conflict, fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { siteFiles } from '../../staff/index.ts';
import { enterRowToWork, type EnteredPlan } from '../access.ts';
import * as log from '../executions-store.ts';
import { lockRow, type RowFacts } from '../plans-store.ts';

export type EventReport = {
	id: string;
	heldOn: string;
	format: string;
	delivery: string;
	participants: number;
	outcome: string;
	links: string[];
	fileIds: string[];
};

const REPORTING = ['leader', 'staff'] as const;

/** Tells what was held on a day (R54, R64), once for each day of a row that stands in a plan in force. */
export async function reportEvent(ctx: Ctx, { id: rowId, ...told }: EventReport): Promise<void> {
	await ctx.db.transaction((tx) => tell(tx, ctx, rowId, () => told));
}

type Teller = Pick<Ctx, 'actor' | 'now'>;
type Told = Omit<EventReport, 'id'>;

async function tell(tx: Tx, ctx: Teller, rowId: string, telling: (row: RowFacts) => Told): Promise<void> {
	await lockRow(tx, rowId);
	const entered = await enterRowToWork(tx, ctx, rowId, REPORTING);
	allowReport(entered);
	const told = telling(entered.row);
	await allowTold(tx, entered, told);

	const by = { reportedBy: ctx.actor.personId, createdAt: ctx.now() };
	const made = await log.insertExecution(tx, { ...told, rowId, ...by });
	if (!made) fail('refused', 'plan.told_already');
	const { heldOn, participants } = told;
	await record(tx, ctx, 'plan.event_reported', { id: entered.plan.id }, { rowId, heldOn, participants });
}

/**
 * Counts what was held here on the platform, such as a conference (R62), in the words of its row. False when people have
 * to tell it: the plan is not in force, the day was told already, or the teller has no part in the site.
 */
export async function countHeld(
	tx: Tx,
	ctx: Teller,
	{ rowId, ...held }: { rowId: string } & Pick<Told, 'heldOn' | 'participants' | 'outcome'>
): Promise<boolean> {
	const telling = ({ format, delivery }: RowFacts) => ({ ...held, format, delivery, links: [], fileIds: [] });
	try {
		await tx.transaction((inner) => tell(inner, ctx, rowId, telling));
		return true;
	} catch (error) {
		if (error instanceof AppError) return false;
		throw error;
	}
}

/** Mends a report that nobody else has changed since it was read. */
export async function changeExecution(
	ctx: Ctx,
	{ id, revision, ...told }: EventReport & { revision: number }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { rowId } = (await log.findExecution(tx, id)) ?? missing('plan_execution');
		await lockRow(tx, rowId);
		const entered = await enterRowToWork(tx, ctx, rowId, REPORTING);
		allowReport(entered);
		await allowTold(tx, entered, told);

		if (await log.isTold(tx, rowId, told.heldOn, id)) fail('refused', 'plan.told_already');
		if (!(await log.changeReport(tx, { id, revision }, told))) conflict('plan_execution');
		const { heldOn, participants } = told;
		await record(tx, ctx, 'plan.event_reported', { id: entered.plan.id }, { rowId, heldOn, participants });
	});
}

/** Takes a report back that was told by mistake; it counts nowhere from then on. */
export async function withdrawExecution(
	ctx: Ctx,
	{ id, revision }: { id: string; revision: number }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { rowId, heldOn } = (await log.findExecution(tx, id)) ?? missing('plan_execution');
		const { plan } = await enterRowToWork(tx, ctx, rowId, REPORTING);
		if (!(await log.changeReport(tx, { id, revision }, { withdrawnAt: ctx.now() })))
			conflict('plan_execution');
		await record(tx, ctx, 'plan.event_withdrawn', { id: plan.id }, { rowId, heldOn });
	});
}

function allowReport({ plan, row }: EnteredPlan & { row: RowFacts }): void {
	if (plan.state !== 'in_force') fail('refused', 'plan.not_in_force');
	if (row.cancelledAt !== null) fail('refused', 'plan.row_cancelled');
}

async function allowTold(tx: Tx, entered: EnteredPlan, told: Omit<EventReport, 'id'>): Promise<void> {
	const { site } = entered;
	const kept = told.fileIds.length ? await siteFiles(tx, site.id, told.fileIds) : [];
	const faults = [
		...executionFaults({ ...entered, today: site.today }, told),
		...(told.fileIds.every((id) => kept.includes(id)) ? [] : [{ code: 'file.missing', field: 'fileIds' }])
	];
	if (faults.length) faulty('plan.faulty', { faults });
}
