import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { closeEnrolmentFrom } from '../site-store.ts';

/**
 * Nobody enters a cohort of the site that would begin on this day or later (R21). Whoever ends the status asks for it in
 * the same transaction, under the site's lock.
 */
export async function closeEnrolment(
	tx: Tx,
	ctx: Ctx,
	{ siteId, from }: { siteId: string; from: string }
): Promise<void> {
	for (const id of await closeEnrolmentFrom(tx, siteId, from))
		await record(tx, ctx, 'cohort.enrolment_closed', { id, cohortId: id }, { from });
}
