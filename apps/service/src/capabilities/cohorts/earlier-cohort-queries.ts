import { enrolments, journal } from '@stazhirovka/db/schema';
import { sql, type SQL } from 'drizzle-orm';

/**
 * The cohort in which something of an enrolment was done at a moment, inside of a greater query: a transfer takes it
 * along, and the journal, which never changes, tells from where. What is told of whole groups counts people there: were
 * they counted where they are now, the figures before and after a transfer would differ by one person (R167).
 */
export function cohortThen({
	enrolmentId,
	cohortId,
	at
}: Record<'enrolmentId' | 'cohortId' | 'at', SQL>): SQL {
	return sql`(with recursive way(enrolment_id, cohort_id, entry) as (
			select ${enrolmentId}, ${cohortId}, null::uuid
			union all
			select moved.subject_id, moved.cohort_id, moved.id from way
				join ${enrolments} now_in on now_in.id = way.enrolment_id
				join ${enrolments} before on before.person_id = now_in.person_id
				join ${journal} moved on moved.subject_id = before.id and moved.kind = 'enrolment.transferred'
					and moved.data ->> 'to' = now_in.id::text
			where moved.at >= ${at} and (way.entry is null or moved.id < way.entry))
		select way.cohort_id from way order by way.entry nulls last limit 1)`;
}
