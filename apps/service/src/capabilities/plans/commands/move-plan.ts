import { isCalendarDate } from '@stazhirovka/domain/calendar';
import { isReason } from '@stazhirovka/domain/journal';
import { movePlan, rowFaults, type ApprovalKind, type PlanMove } from '@stazhirovka/domain/plans';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { siteFiles, type SitePart } from '../../staff/index.ts';
import { enterPlanToWork, type EnteredPlan } from '../access.ts';
import { approvalFell, tellApprovers } from '../letters.ts';
import * as store from '../plans-store.ts';
import { rowsOf } from '../queries.ts';
import { signatureOf } from '../signing.ts';

type OnPlan = { id: string; revision: number };
export type Paper = { name: string; position: string; on: string; fileId: string | null };

/** The leader signs the plan and sends it to whoever approves or agrees it; with nobody to wait for, it is in force. */
export async function sendPlan(ctx: Ctx, { id, revision }: OnPlan): Promise<void> {
	await moved(ctx, { id, revision, move: 'send', parts: ['leader'] }, async (tx, entered) => {
		const rows = await rowsOf(tx, id);
		const faults: { code: string; field: string }[] = rows.flatMap(({ row }) =>
			rowFaults(entered, { ...row, from: row.fromDay }).map(({ code, field }) => ({
				code,
				field: `rows.${row.id}.${field}`
			}))
		);
		if (rows.length === 0) faults.push({ code: 'plan.empty', field: 'rows' });
		if (faults.length) faulty('plan.faulty', { faults });
		const signature = { ...(await signatureOf(tx, ctx.actor.personId)), on: entered.site.today };
		return { change: { signature, returnReason: null } };
	});
}

/** The leader takes a plan back that waits; what was said to it falls. */
export async function recallPlan(ctx: Ctx, { id, revision }: OnPlan): Promise<void> {
	await moved(ctx, { id, revision, move: 'recall', parts: ['leader'] }, async () => ({
		change: { signature: null }
	}));
}

/** Gives a plan back with what has to be changed; what was said to it falls. */
export async function returnPlan(
	ctx: Ctx,
	{ id, revision, reason }: OnPlan & { reason: string }
): Promise<void> {
	await moved(ctx, { id, revision, move: 'return', parts: ['keeper', 'municipal'] }, async () => {
		if (!isReason(reason))
			faulty('plan.faulty', { faults: [{ code: 'plan.reason_missing', field: 'reason' }] });
		return { change: { signature: null, returnReason: reason }, data: { reason } };
	});
}

/**
 * «УТВЕРЖДАЮ» or «СОГЛАСОВАНО» (R56, R57): by the keeper of the register or the observer of the municipality
 * themselves, or told by the leader after a paper whose signed sheet is a file of the site. Who of the source's bodies it
 * was, the name and position say.
 */
export async function approvePlan(
	ctx: Ctx,
	{ id, revision, kind, paper }: OnPlan & { kind: ApprovalKind; paper: Paper | null }
): Promise<void> {
	const move = kind === 'approval' ? 'approve' : 'agree';
	const parts: SitePart[] = paper ? ['leader'] : ['keeper', 'municipal'];
	await moved(ctx, { id, revision, move, parts }, async (tx, { site }) => {
		const faults = paper ? await paperFaults(tx, paper, site) : [];
		if (faults.length) faulty('plan.faulty', { faults });
		const by = paper ?? { ...(await signatureOf(tx, ctx.actor.personId)), on: site.today };
		const made = {
			...{ planId: id, kind, name: by.name, position: by.position, onDay: by.on, onPaper: paper !== null },
			fileId: paper?.fileId ?? null,
			...{ recordedBy: ctx.actor.personId, createdAt: ctx.now() }
		};
		return { made, data: { kind, onPaper: paper !== null, ...(paper && { fileId: paper.fileId }) } };
	});
}

type Move = OnPlan & { move: PlanMove; parts: SitePart[] };
type Outcome = {
	change?: Parameters<typeof store.touchPlan>[2];
	made?: Parameters<typeof store.keepApprovals>[3];
	data?: Record<string, unknown>;
};

/** The one way in which a plan moves: by the table of its lifecycle, from the revision that was seen. */
async function moved(
	ctx: Ctx,
	{ id, revision, move, parts }: Move,
	prepare: (tx: Tx, entered: EnteredPlan) => Promise<Outcome>
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterPlanToWork(tx, ctx, id, parts);
		const done = (await store.approvalsOf(tx, id)).map(({ kind }) => kind);
		const next = settle(movePlan(entered.profile.plan, { state: entered.plan.state, done }, move));
		const { change, made, data } = await prepare(tx, entered);

		if (!(await store.touchPlan(tx, { id, revision }, { ...change, state: next.state }))) conflict('plan');
		const fallen = await store.keepApprovals(tx, id, next.done, made);
		await tellApprovers(tx, ctx, entered, { approvals: fallen, letter: approvalFell });
		const fell = fallen.map(({ kind, name, onDay }) => ({ kind, name, on: onDay }));
		const noted = { move, from: entered.plan.state, to: next.state, ...(fell.length ? { fell } : {}) };
		await record(tx, ctx, 'plan.moved', { id }, { ...noted, ...data });
	});
}

async function paperFaults(
	tx: Tx,
	{ name, position, on, fileId }: Paper,
	{ id, today }: EnteredPlan['site']
) {
	const late = isCalendarDate(on) && on > today;
	const lost = fileId !== null && (await siteFiles(tx, id, [fileId])).length === 0;
	return [
		...(name === '' ? [{ code: 'plan.paper_incomplete', field: 'paper.name' }] : []),
		...(position === '' ? [{ code: 'plan.paper_incomplete', field: 'paper.position' }] : []),
		...(isCalendarDate(on) && !late
			? []
			: [{ code: late ? 'days.ahead' : 'days.missing', field: 'paper.on' }]),
		...(fileId === null ? [{ code: 'plan.sheet_missing', field: 'paper.fileId' }] : []),
		...(lost ? [{ code: 'file.missing', field: 'paper.fileId' }] : [])
	];
}
