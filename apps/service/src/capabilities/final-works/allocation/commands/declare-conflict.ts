import type { Ctx } from '../../../../shell/context.ts';
import { fail, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterCohort } from '../../../cohorts/index.ts';
import { internsOf } from '../../queries.ts';
import { lockCohort } from '../../store.ts';
import * as store from '../store.ts';

type Declared = { id: string; first: string; second: string; reason: string };

/** Two who must not review each other, said by those who run or lead the cohort. */
export async function declareConflict(ctx: Ctx, { id, first, second, reason }: Declared): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, id, 'tutor', 'leader');
		await lockCohort(tx, id);
		const people = await internsOf(tx, id);
		const [one, other] = [first, second].map((key) => people.get(key)?.person.id ?? missing('enrolment'));
		if (!one || !other || one === other) return fail('refused', 'review_conflict.same_person');

		const by = { declaredBy: ctx.actor.personId, declaredAt: ctx.now() };
		const told = { cohortId: id, kind: 'staff' as const, reason, ...by };
		const conflictId = await store.insertConflict(tx, [one, other], told);
		if (!conflictId) fail('refused', 'review_conflict.known');
		await record(
			tx,
			ctx,
			'review_conflict.declared',
			{ id: conflictId, cohortId: id },
			{ kind: 'staff', reason }
		);
	});
}

/** Only what staff declared: a reviewer's own word that they know an author holds for ever. */
export async function withdrawConflict(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, kind } = (await store.findConflict(tx, id)) ?? missing('cohort');
		await enterCohort(tx, ctx.actor, cohortId, 'tutor', 'leader');
		if (kind !== 'staff') fail('refused', 'review_conflict.for_ever');

		await store.markWithdrawn(tx, id, ctx.actor.personId, ctx.now());
		await record(tx, ctx, 'review_conflict.withdrawn', { id, cohortId });
	});
}
