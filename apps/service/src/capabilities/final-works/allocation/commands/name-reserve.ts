import type { Ctx } from '../../../../shell/context.ts';
import { fail } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterCohort } from '../../../cohorts/index.ts';
import { lockCohort } from '../../store.ts';
import { candidatesFor } from '../queries.ts';
import * as store from '../store.ts';

/** Names a tutor, an expert or a graduate who may review when the interns cannot. */
export async function addReserve(
	ctx: Ctx,
	{ id, personId }: { id: string; personId: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, id, 'tutor', 'leader');
		await lockCohort(tx, id);
		const found = (await candidatesFor(tx, id)).find(({ person }) => person.id === personId);
		const { kind } = found ?? fail('refused', 'review_reserve.unfit');

		const addedBy = ctx.actor.personId;
		await store.insertReserve(tx, [{ cohortId: id, personId, kind, addedBy, addedAt: ctx.now() }]);
		await record(tx, ctx, 'review_reserve.added', { id: personId, cohortId: id }, { kind });
	});
}

/** Whoever reviews already stays. */
export async function removeReserve(
	ctx: Ctx,
	{ id, reviewer }: { id: string; reviewer: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, id, 'tutor', 'leader');
		await lockCohort(tx, id);
		await store.deleteReserve(tx, id, reviewer);
		await record(tx, ctx, 'review_reserve.removed', { id: reviewer, cohortId: id });
	});
}
