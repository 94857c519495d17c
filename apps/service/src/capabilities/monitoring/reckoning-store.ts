import type { Database, Tx } from '@stazhirovka/db';
import {
	cohortDeficits,
	cohortReckonings,
	indicatorFigures,
	indicatorSpreads,
	tutorFigures,
	tutorSpreads
} from '@stazhirovka/db/schema';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import { indicatorOf } from '@stazhirovka/domain/indicators';
import { eq, inArray, sql } from 'drizzle-orm';
import { COHORT_FACT_KEYS, COHORT_FACTS, SPREAD_KEYS, type CohortFactKey } from './facts-queries.ts';

/**
 * The journal is read up to here. Its keys go by the clock of the database, while its times may be told otherwise (a
 * demonstration writes of days past). A row may be written some time before it is committed, so the last are read again.
 */
const SEEN = sql`uuidv7(interval '-5 minutes')`;

/** Cohorts that were never counted, or in which something was decided since. */
export async function staleCohorts(db: Database, limit: number) {
	return db.execute<{ id: string; programmeVersionId: string }>(sql`
		select c.id, c.programme_version_id as "programmeVersionId"
		from cohorts c left join cohort_reckonings k on k.cohort_id = c.id
		where k.seen is null or exists (select 1 from journal j where j.cohort_id = c.id and j.id > k.seen)
		order by k.reckoned_at nulls first, c.id limit ${limit}`);
}

/** What is not in the journal has changed in a cohort: its figures are counted again. */
export async function countAgain(tx: Tx, cohortId: string): Promise<void> {
	await tx.update(cohortReckonings).set({ seen: null }).where(eq(cohortReckonings.cohortId, cohortId));
}

/** Takes away what was counted of these cohorts before; whoever counts them meanwhile waits. */
export async function beginReckoning(tx: Tx, ids: string[], reckonedAt: Date): Promise<void> {
	const values = ids.toSorted().map((cohortId) => ({ cohortId, reckonedAt, seen: SEEN }));
	await tx
		.insert(cohortReckonings)
		.values(values)
		.onConflictDoUpdate({ target: cohortReckonings.cohortId, set: { reckonedAt, seen: SEEN } });
	for (const table of [indicatorFigures, indicatorSpreads, cohortDeficits, tutorFigures, tutorSpreads])
		await tx.delete(table).where(inArray(table.cohortId, ids));
}

/** Counts one indicator of these cohorts from its records. `told`: over the first whole fives of each cohort (R167). */
async function reckonOne(tx: Tx, ids: string[], key: CohortFactKey): Promise<void> {
	const grouped = indicatorOf(key).told === 'groups';
	const people = sql`with facts as (${COHORT_FACTS[key](ids)}), people as (
			select cohort_id, enrolment_id, sum(part)::int as part, sum(whole)::int as whole, min(at) as at
			from facts group by cohort_id, enrolment_id
		), ranked as (
			select p.*, row_number() over (partition by cohort_id order by at, enrolment_id) as place,
				count(*) over (partition by cohort_id) as total
			from people p
		), counted as (select r.*, place <= total - total % ${GROUP}::int as told from ranked r)`;
	await tx.execute(sql`${people}
		insert into indicator_figures
			(cohort_id, indicator, part, whole, people, told_part, told_whole, told_people)
		select cohort_id, ${key}, sum(part), sum(whole), count(*), coalesce(sum(part) filter (where told), 0),
			coalesce(sum(whole) filter (where told), 0), count(*) filter (where told)
		from counted where told or not ${grouped}::boolean group by cohort_id`);
	if (!SPREAD_KEYS.includes(key)) return;
	await tx.execute(sql`${people}
		insert into indicator_spreads (cohort_id, indicator, value, count, told_count)
		select f.cohort_id, ${key}, f.value, count(*), count(*) filter (where c.told)
		from facts f join counted c on c.cohort_id = f.cohort_id and c.enrolment_id = f.enrolment_id
		where c.told or not ${grouped}::boolean group by f.cohort_id, f.value`);
}

export async function reckonAll(tx: Tx, ids: string[]): Promise<void> {
	for (const key of COHORT_FACT_KEYS) await reckonOne(tx, ids, key);
}

type DeficitRow = typeof cohortDeficits.$inferInsert;

export async function insertDeficits(tx: Tx, rows: DeficitRow[]): Promise<void> {
	if (rows.length > 0) await tx.insert(cohortDeficits).values(rows);
}

/** The share of deficits that went down, summed over those of each cohort. */
export async function reckonReduction(tx: Tx, ids: string[]): Promise<void> {
	await tx.execute(sql`insert into indicator_figures
			(cohort_id, indicator, part, whole, people, told_part, told_whole, told_people)
		select cohort_id, 'deficit_reduction', sum(reduced), sum(before), max(repeated), sum(reduced), sum(before), max(repeated)
		from cohort_deficits where cohort_id in ${ids} group by cohort_id having max(repeated) > 0`);
}
