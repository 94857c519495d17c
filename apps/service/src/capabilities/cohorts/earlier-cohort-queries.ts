import { enrolments, journal } from '@stazhirovka/db/schema';
import { sql, type SQL } from 'drizzle-orm';

/**
 * The enrolment in which something was done at a moment, inside of a greater query: a transfer takes it along, and the
 * journal, which never changes, tells from where. What is told of whole groups counts people there: were they counted
 * where they are now, the figures before and after a transfer would differ by one person (R167).
 */
export function enrolmentThen({ enrolmentId, at }: Record<'enrolmentId' | 'at', SQL>): SQL {
	return sql`(with recursive way(enrolment_id, entry) as (
			select ${enrolmentId}, null::uuid
			union all
			select moved.subject_id, moved.id from way
				join ${enrolments} now_in on now_in.id = way.enrolment_id
				join ${enrolments} before on before.person_id = now_in.person_id
				join ${journal} moved on moved.subject_id = before.id and moved.kind = 'enrolment.transferred'
					and moved.data ->> 'to' = now_in.id::text
			where moved.at >= ${at} and (way.entry is null or moved.id < way.entry))
		select way.enrolment_id from way order by way.entry nulls last limit 1)`;
}

/** The cohort of that enrolment. */
export function cohortThen(done: Record<'enrolmentId' | 'at', SQL>): SQL {
	return sql`(select stood.cohort_id from ${enrolments} stood where stood.id = ${enrolmentThen(done)})`;
}

/** Those enrolments of which `enrolmentThen` may name one in these cohorts: their own, and where transfers led from them. */
export function carriedFrom(cohortIds: string[] | SQL): SQL {
	return sql`(with recursive carried(id) as (
			select own.id from ${enrolments} own where own.cohort_id in ${cohortIds}
			union
			select (moved.data ->> 'to')::uuid from carried
				join ${journal} moved on moved.subject_id = carried.id and moved.kind = 'enrolment.transferred')
		select carried.id from carried)`;
}
