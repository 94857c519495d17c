import type { Ctx } from '../../../../shell/context.ts';
import { conflict } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterAct } from '../act-access.ts';
import * as store from '../scan-store.ts';

type Openness = { id: string; scan: string; isPublic: boolean };

/** Shows the scan of an act to everybody, or no longer. A scan that was replaced meanwhile is not touched. */
export async function openScan(ctx: Ctx, { id, scan, isPublic }: Openness): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterAct(tx, ctx.actor, id);
		await store.lockAct(tx, id);
		const [standing] = await store.standingScans(tx, [id]);
		if (standing?.id !== scan) conflict('act');
		if (!(await store.setOpenness(tx, { id: scan, actId: id, isPublic }))) return;
		await record(tx, ctx, isPublic ? 'act.scan_opened' : 'act.scan_closed', { id }, { scan });
	});
}
