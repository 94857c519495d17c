import type { Database } from '@stazhirovka/db';
import type { cohorts, enrolments } from '@stazhirovka/db/schema';
import { admit } from '../capabilities/cohorts/admission.ts';
import * as store from '../capabilities/cohorts/store.ts';
import type { TestPerson } from './person.ts';

export type TestCohort = typeof cohorts.$inferSelect;
export type TestEnrolment = typeof enrolments.$inferSelect;

type CohortValues = Partial<typeof cohorts.$inferInsert> & { siteId: string; programmeVersionId: string };

/** A cohort of twelve seats in January and February 2027, with its tutors. */
export async function makeCohort(
	db: Database,
	values: CohortValues,
	tutors: TestPerson[]
): Promise<TestCohort> {
	return db.transaction(async (tx) => {
		const plan = { title: 'Поток 1', startsOn: '2027-01-18', endsOn: '2027-02-26', capacity: 12 };
		const cohort = await store.insertCohort(tx, { ...plan, ...values });
		await store.insertTutors(
			tx,
			cohort.id,
			tutors.map(({ id }) => id)
		);
		return cohort;
	});
}

/** An application as it stands: nobody has decided. */
export function makeApplication(
	db: Database,
	cohort: TestCohort,
	person: TestPerson
): Promise<TestEnrolment> {
	return db.transaction((tx) =>
		store.insertEnrolment(tx, { cohortId: cohort.id, personId: person.id, state: 'applied' })
	);
}

/** A confirmed intern of the tutor, let into the rooms. */
export function makeIntern(
	db: Database,
	cohort: TestCohort,
	person: TestPerson,
	tutor: TestPerson
): Promise<TestEnrolment> {
	return db.transaction(async (tx) => {
		const values = {
			cohortId: cohort.id,
			personId: person.id,
			tutorId: tutor.id,
			state: 'confirmed' as const
		};
		const enrolment = await store.insertEnrolment(tx, values);
		await admit(tx, cohort, [enrolment]);
		return enrolment;
	});
}
