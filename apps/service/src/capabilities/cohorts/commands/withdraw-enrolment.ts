import { decideEnrolment } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import * as store from '../store.ts';

/** Takes one's own application back before it is decided. */
export async function withdrawEnrolment(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = (await store.findOwnEnrolment(tx, id, ctx.actor.personId)) ?? missing('enrolment');
		const state = settle(decideEnrolment(enrolment.state, 'withdraw'));

		await store.moveEnrolment(tx, enrolment, state, {});
		await record(tx, ctx, 'enrolment.withdrawn', { id, cohortId: enrolment.cohortId });
	});
}
