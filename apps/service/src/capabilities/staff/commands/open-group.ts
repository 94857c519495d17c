import { daysInOrder } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork, rulesFor } from '../access.ts';
import * as store from '../groups-store.ts';
import { withAccounts } from '../group-accounts.ts';

export type Group = {
	title: string;
	direction: string;
	from: string;
	lastDay: string | null;
	results: string;
	members: { name: string; part: string; email: string }[];
};

/** Opens a temporary working group (R66), unless the regulation says that there are none. The same again is one. */
export async function openGroup(
	ctx: Ctx,
	{ id: siteId, from, members, ...group }: Group & { id: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterToWork(tx, ctx, siteId, ['leader']);
		const { profile } = await rulesFor(tx, site);
		if (profile.working_groups.allowed === false) fail('refused', 'working_group.not_allowed');
		const faults = daysInOrder({ from, lastDay: group.lastDay });
		if (faults.length) faulty('working_group.faulty', { faults });

		const made = await store.insertGroup(tx, { ...group, siteId, fromDay: from, createdAt: ctx.now() });
		if (!made) return;
		await store.writeMembers(tx, made, await withAccounts(tx, members));
		await record(tx, ctx, 'working_group.opened', { id: made }, { siteId, title: group.title });
	});
}
