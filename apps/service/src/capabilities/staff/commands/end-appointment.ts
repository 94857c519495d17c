import type { Tx } from '@stazhirovka/db';
import { accompanies, happened, roleOf } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { takeGrant } from '../../accounts/index.ts';
import { settleSiteRooms } from '../../chat/index.ts';
import { enterToWork, rulesFor } from '../access.ts';
import * as store from '../people-store.ts';

/**
 * Ends an appointment on a day that has come. The role of a tutor that came with it goes, unless another appointment of
 * the person carries it on; cohorts that the person leads already are not taken away.
 */
export async function endAppointment(
	ctx: Ctx,
	{ id, lastDay, reason }: { id: string; lastDay: string; reason: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const staff = (await store.findStaff(tx, id)) ?? missing('staff');
		const site = await enterToWork(tx, ctx, staff.siteId, ['leader'], 'staff');
		const faults = happened(lastDay, site.today, 'lastDay', staff.fromDay);
		if (faults.length) faulty('staff.faulty', { faults });

		if (!(await store.endStaff(tx, id, lastDay, reason))) conflict('staff');
		const { profile } = await rulesFor(tx, site);
		const carries = (role: string) => accompanies(roleOf(profile, role) ?? { title: role });
		if (staff.gaveGrant && staff.personId)
			await takeOrCarry(tx, ctx, { ...staff, personId: staff.personId }, carries);
		await settleSiteRooms(tx, ctx.now(), { siteId: site.id });
		await record(tx, ctx, 'staff.ended', { id }, { siteId: site.id, lastDay, reason });
	});
}

type Ended = { id: string; siteId: string; personId: string };

async function takeOrCarry(
	tx: Tx,
	ctx: Ctx,
	ended: Ended,
	carries: (role: string) => boolean
): Promise<void> {
	const other = (await store.otherStanding(tx, ended)).find(({ role }) => carries(role));
	if (other) return store.markGave(tx, other.id);

	const scope = { kind: 'site', id: ended.siteId } as const;
	await takeGrant(tx, ctx, { personId: ended.personId, role: 'tutor', scope });
}
