import type { Database, Tx } from '@stazhirovka/db';
import { cohortAdmissions, enrolmentAdmissions, enrolments } from '@stazhirovka/db/schema';
import { isSchoolFull, mayComeFrom, seatsBySchool, type SchoolLimit } from '@stazhirovka/domain/cohorts';
import { and, eq } from 'drizzle-orm';
import { settle } from '../../../shell/errors.ts';
import { ownOrganisationTitle } from './queries.ts';
import { seated } from './store.ts';

type Queryable = Database | Tx;
export type Limits = Pick<typeof cohortAdmissions.$inferSelect, 'seatsPerSchool' | 'applyUntil'>;

export async function limitsOf(db: Queryable, cohortId: string): Promise<Limits> {
	const { seatsPerSchool, applyUntil } = cohortAdmissions;
	const [row] = await db
		.select({ seatsPerSchool, applyUntil })
		.from(cohortAdmissions)
		.where(eq(cohortAdmissions.cohortId, cohortId));
	return row ?? { seatsPerSchool: null, applyUntil: null };
}

export async function putLimits(tx: Tx, cohortId: string, limits: Limits): Promise<void> {
	await tx
		.insert(cohortAdmissions)
		.values({ cohortId, ...limits })
		.onConflictDoUpdate({ target: cohortAdmissions.cohortId, set: limits });
}

/** Seats of schools on this day, against their limit. True for as long as the cohort's lock is held. */
export async function schoolLimitOf(db: Queryable, cohortId: string, today: string): Promise<SchoolLimit> {
	const { seatsPerSchool: perSchool } = await limitsOf(db, cohortId);
	if (perSchool === null) return { perSchool, taken: new Map() };
	const rows = await db
		.select({ title: enrolments.organisationTitle })
		.from(enrolments)
		.leftJoin(enrolmentAdmissions, eq(enrolmentAdmissions.enrolmentId, enrolments.id))
		.where(and(eq(enrolments.cohortId, cohortId), seated(today)));
	return { perSchool, taken: seatsBySchool(rows.map(({ title }) => title)) };
}

/** Refuses one more person of a school that has its seats. */
export async function allowSchool(
	tx: Tx,
	cohortId: string,
	{ school, today }: { school: string | null; today: string }
): Promise<void> {
	settle(mayComeFrom(await schoolLimitOf(tx, cohortId, today), school));
}

/** Of these cohorts, those where the school of the person has its seats already. */
export async function fullForSchoolOf(
	db: Database,
	personId: string,
	cohorts: { id: string; seatsPerSchool: number | null; today: string }[]
): Promise<ReadonlySet<string>> {
	const limited = cohorts.filter(({ seatsPerSchool }) => seatsPerSchool !== null);
	if (limited.length === 0) return new Set();
	const school = await ownOrganisationTitle(db, personId);
	const full: string[] = [];
	for (const { id, today } of limited)
		if (isSchoolFull(await schoolLimitOf(db, id, today), school)) full.push(id);
	return new Set(full);
}
