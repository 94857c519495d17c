import type { Database, Tx } from '@stazhirovka/db';
import {
	decideEnrolment,
	freeSeats,
	leastBusyTutor,
	lineUp,
	mayTake,
	placeIfAdmitted,
	serve,
	servesItself,
	withSeatOf,
	type InLine,
	type SchoolLimit
} from '@stazhirovka/domain/cohorts';
import { localDay } from '@stazhirovka/domain/calendar';
import { statusOn } from '@stazhirovka/domain/sites';
import { missing, settle } from '../../../shell/errors.ts';
import { recordAll } from '../../../shell/journal.ts';
import { postAll } from '../../../shell/mail.ts';
import { statusPeriodsOf } from '../../sites/index.ts';
import { findCohortFacts } from '../access-store.ts';
import { admit } from '../admission.ts';
import { confirmed } from '../letters.ts';
import { letterFacts } from '../queries.ts';
import * as cohorts from '../store.ts';
import { promoted } from './letters.ts';
import { schoolLimitOf } from './limits-store.ts';
import * as store from './store.ts';

type Queryable = Database | Tx;

/** Who causes it; nobody acts where a day has come by itself. */
export type By = { actor: { personId: string } | null; now: () => Date; origin: string };

/** The cohort's day and how its site stands on it. */
export async function standingOf(tx: Tx, { now }: Pick<By, 'now'>, cohortId: string) {
	const facts = (await findCohortFacts(tx, cohortId)) ?? missing('cohort');
	const today = localDay(now(), facts.timeZone);
	return { ...facts, today, siteStatus: statusOn(await statusPeriodsOf(tx, facts.siteId), today) };
}

/** Seats that nobody has on this day, and what schools may still have of them. */
async function seatsIn(
	tx: Queryable,
	{ id, capacity }: Pick<cohorts.CohortRow, 'id' | 'capacity'>,
	today: string
) {
	const [seats, schools] = [await store.countSeats(tx, id, today), await schoolLimitOf(tx, id, today)];
	return { free: freeSeats({ capacity, ...seats }), schools };
}

/**
 * Free seats that are not the line's, and what schools may still have of them: after the first day seats may be free
 * beside one.
 */
export async function spareIn(
	tx: Queryable,
	cohort: Pick<cohorts.CohortRow, 'id' | 'capacity'>,
	today: string
): Promise<{ seats: number; schools: SchoolLimit }> {
	const { free, schools } = await seatsIn(tx, cohort, today);
	const { seated } = serve(await store.waitingIn(tx, cohort.id), free, schools);
	const left = seated.reduce((limit, { school }) => withSeatOf(limit, school), schools);
	return { seats: free - seated.length, schools: left };
}

/** The place in line that somebody who is not in it would get today; null: a seat. */
export async function placeAhead(
	db: Queryable,
	cohortId: string,
	one: InLine,
	today: string
): Promise<number | null> {
	const cohort = (await cohorts.findCohort(db, cohortId)) ?? missing('cohort');
	const { free, schools } = await seatsIn(db, cohort, today);
	return placeIfAdmitted(await store.waitingIn(db, cohortId), one, free, schools);
}

type Serving = {
	/** The site gives the seats itself, also after the first day. */
	byHand?: boolean;
	/** Admitted just now: their letter says that they are in, not that a seat became free. */
	admitted?: ReadonlySet<string>;
	/** Whoever admits them writes their letters. */
	silent?: boolean;
};

/**
 * Gives the free seats to the first in the waiting list, lets them in and writes to them. The caller holds the lock of
 * the cohort, so seats are never oversold. Answers with the enrolments that were seated.
 */
export async function serveLine(
	tx: Tx,
	by: By,
	cohort: cohorts.CohortRow,
	{ byHand = false, admitted = new Set(), silent = false }: Serving = {}
): Promise<string[]> {
	const standing = await standingOf(tx, by, cohort.id);
	const itself = servesItself(cohort, standing.today) && mayTake(standing).ok;
	if (!byHand && !itself) return [];

	const waiting = await store.waitingIn(tx, cohort.id);
	if (waiting.length === 0) return [];
	const { free, schools } = await seatsIn(tx, cohort, standing.today);
	const { seated } = serve(waiting, free, schools);
	if (seated.length === 0) return [];
	await seatAll(tx, by, cohort, seated, admitted);
	const ids = seated.map(({ id }) => id);
	await tell(tx, by, silent ? ids.filter((id) => !admitted.has(id)) : ids, admitted);
	return ids;
}

/** The tutor who was named while that is a tutor of the cohort; else, one after the other, the one with the fewest. */
async function seatAll(
	tx: Tx,
	by: By,
	cohort: cohorts.CohortRow,
	seated: readonly store.WaitingRow[],
	admitted: ReadonlySet<string>
): Promise<void> {
	const loads = await cohorts.tutorLoads(tx, cohort.id);
	const tutors = new Map<string, string | null>();
	for (const { id, namedTutorId } of seated) {
		const named = loads.find((load) => load.id === namedTutorId);
		const tutor = named ?? loads.find((load) => load.id === leastBusyTutor(loads));
		if (tutor) tutor.interns += 1;
		tutors.set(id, tutor?.id ?? null);
	}
	const step = { from: 'waiting', to: settle(decideEnrolment('waiting', 'confirm')) } as const;
	const moved: cohorts.EnrolmentRow[] = [];
	for (const [tutorId, rows] of Map.groupBy(seated, ({ id }) => tutors.get(id) ?? null)) {
		const ids = rows.map(({ id }) => id);
		moved.push(...(await cohorts.moveAll(tx, ids, step, { tutorId })));
	}
	await admit(tx, cohort, moved);
	await recordAll(
		tx,
		by,
		seated.map(({ id }) => ({
			kind: admitted.has(id) ? 'enrolment.confirmed' : 'enrolment.promoted',
			subject: { id, cohortId: cohort.id },
			data: { tutorId: tutors.get(id) ?? null }
		}))
	);
}

async function tell(tx: Tx, by: By, ids: string[], admitted: ReadonlySet<string>): Promise<void> {
	if (ids.length === 0) return;
	const facts = await letterFacts(tx, ids);
	const letters = ids.map((id) => {
		const about = facts.get(id) ?? missing('enrolment');
		const link = `${by.origin}/my/${id}`;
		return admitted.has(id) ? confirmed(about, link) : promoted(about, link);
	});
	await postAll(tx, letters, by.now());
}

/** A seat has become free: the lock is taken here. For whoever changes a cohort or sends somebody down. */
export async function promote(tx: Tx, by: By, cohortId: string): Promise<void> {
	await serveLine(tx, by, await cohorts.lockCohort(tx, cohortId));
}

/** The place in the list of those who wait, by enrolment. */
export async function placesIn(tx: Tx, cohortId: string): Promise<ReadonlyMap<string, number>> {
	const line = lineUp(await store.waitingIn(tx, cohortId));
	return new Map(line.map(({ id }, at) => [id, at + 1]));
}
