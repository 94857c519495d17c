import type { Tx } from '@stazhirovka/db';
import { cohortReckonings, enrolments, journal } from '@stazhirovka/db/schema';
import { sql } from 'drizzle-orm';
import { tookAlong } from './earlier-cohort-queries.ts';

/**
 * Has the figures of an intern's cohort, and of every cohort from which work came along, counted again. What is done now
 * may change what is counted there (a repetition stands beside the card that was built there), and the journal names the
 * cohort of today alone. Locked in the order in which cohorts are counted.
 */
export async function recountWay(tx: Tx, enrolmentId: string): Promise<void> {
	await tx.execute(sql`with recursive way(id) as (
			select ${enrolmentId}::uuid
			union
			select before.id from way
				join ${enrolments} now_in on now_in.id = way.id
				join ${enrolments} before on before.person_id = now_in.person_id and before.id <> now_in.id
				join ${journal} moved on moved.subject_id = before.id and ${tookAlong}
					and moved.data ->> 'to' = now_in.id::text
		), locked as (
			select k.cohort_id from ${cohortReckonings} k
			where k.cohort_id in (select stood.cohort_id from way join ${enrolments} stood on stood.id = way.id)
			order by k.cohort_id for no key update
		)
		update ${cohortReckonings} again set seen = null from locked where again.cohort_id = locked.cohort_id`);
}
