import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { hangOnAct } from '../../../files/index.ts';
import { enterAct } from '../act-access.ts';
import * as store from '../scan-store.ts';

export type GivenScan = {
	/** The scan that the person saw; null: none. */
	over: string | null;
	pages: string[];
	isPublic: boolean;
	/** Why the one before is replaced. */
	reason: string;
};

/** What a paper is scanned to. */
const KINDS: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** Gives an act its scan, or another one instead of it; the one before stays in the history (R3). */
export async function putScan(ctx: Ctx, { id, ...scan }: GivenScan & { id: string }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterAct(tx, ctx.actor, id);
		await writeScan(tx, ctx, id, scan);
	});
}

/** The same for whoever has entered the act already. The same pages sent twice are stored once. */
export async function writeScan(
	tx: Tx,
	ctx: Pick<Ctx, 'now'> & { actor: { personId: string } },
	actId: string,
	{ over, pages: given, isPublic, reason }: GivenScan
): Promise<void> {
	const pages = [...new Set(given)];
	await store.lockAct(tx, actId);
	const [standing] = await store.standingScans(tx, [actId]);
	if (standing && sameAs(standing.pages, pages)) return;
	if ((standing?.id ?? null) !== over) conflict('act');
	if (standing && !reason) faulty('act.scan_reason_missing', { field: 'reason' });

	const files = await hangOnAct(tx, { ids: pages, ownerId: ctx.actor.personId, actId });
	if (files.length < pages.length) faulty('act.scan_unknown', { field: 'scan' });
	const wrong = files.find(({ mime }) => !KINDS.includes(mime));
	if (wrong) faulty('act.scan_kind', { field: 'scan', name: wrong.name });

	if (standing) await store.retireScan(tx, standing.id, { replacedAt: ctx.now(), reason });
	const by = { addedBy: ctx.actor.personId, createdAt: ctx.now() };
	const scan = await store.insertScan(tx, { actId, pages, isPublic, ...by });
	const told = { scan, pages, isPublic };
	if (standing)
		await record(tx, ctx, 'act.scan_replaced', { id: actId }, { ...told, before: standing.id, reason });
	else await record(tx, ctx, 'act.scan_added', { id: actId }, told);
}

function sameAs(one: string[], other: string[]): boolean {
	return one.length === other.length && one.every((id, n) => id === other[n]);
}
