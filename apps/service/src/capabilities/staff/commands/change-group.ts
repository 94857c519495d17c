import { daysInOrder } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { settleSiteRooms } from '../../chat/index.ts';
import { enterToWork } from '../access.ts';
import { withAccounts } from '../group-accounts.ts';
import * as store from '../groups-store.ts';
import type { Group } from './open-group.ts';

/** Changes a working group that nobody else has changed since it was read. */
export async function changeGroup(
	ctx: Ctx,
	{ id, revision, from, members, ...group }: Group & { id: string; revision: number }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId } = (await store.findGroup(tx, id)) ?? missing('working_group');
		await enterToWork(tx, ctx, siteId, ['leader'], 'working_group');
		const faults = daysInOrder({ from, lastDay: group.lastDay });
		if (faults.length) faulty('working_group.faulty', { faults });

		if (!(await store.updateGroup(tx, { id, revision }, { ...group, fromDay: from })))
			conflict('working_group');
		await store.writeMembers(tx, id, await withAccounts(tx, members));
		await settleSiteRooms(tx, ctx.now(), { siteId });
		await record(tx, ctx, 'working_group.changed', { id }, { siteId, title: group.title });
	});
}
