import { enrolments, journal } from '@stazhirovka/db/schema';
import { sql, type SQL } from 'drizzle-orm';

/**
 * The enrolment in which something was done at a moment, inside of a greater query: a transfer takes it along, and the
 * journal, which never changes, tells from where. What is told of whole groups counts people there: were they counted
 * where they are now, the figures before and after a transfer would differ by one person (R167).
 */
function enrolmentThen({ enrolmentId, at }: Record<'enrolmentId' | 'at', SQL>): SQL {
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

/**
 * The enrolments in which what was done in these cohorts may stand today: their own, and where transfers led from them.
 * `several`: of somebody who has others, and may have been transferred; few have.
 */
export function carried(cohortIds: string[] | SQL): SQL {
	return sql`(with recursive carried(id, several) as (
			select own.id, exists (select 1 from ${enrolments} other
				where other.person_id = own.person_id and other.id <> own.id)
			from ${enrolments} own where own.cohort_id in ${cohortIds}
			union
			select (moved.data ->> 'to')::uuid, true from carried
				join ${journal} moved on moved.subject_id = carried.id and moved.kind = 'enrolment.transferred'
			where carried.several)
		select carried.id, carried.several from carried)`;
}

export function carriedFrom(cohortIds: string[] | SQL): SQL {
	return sql`(select id from ${carried(cohortIds)} stands)`;
}

/**
 * What was done, as `d`, with the enrolment `e` then, where that was in these cohorts. `done` joins `carried` and has
 * columns enrolment_id, several and at. Each `offset 0` keeps its part apart: the look into the past is made once for each
 * record, of those alone who may have been transferred, and its cost confuses no other join.
 */
export function doneIn(cohortIds: string[] | SQL, done: SQL): SQL {
	return sql`(${done} offset 0) d cross join lateral (select case when d.several
			then ${enrolmentThen({ enrolmentId: sql`d.enrolment_id`, at: sql`d.at` })} else d.enrolment_id end as id offset 0) stood
		join ${enrolments} e on e.id = stood.id and e.cohort_id in ${cohortIds}`;
}
