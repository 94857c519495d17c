import type { Tx } from '@stazhirovka/db';
import {
	decideEnrolment,
	freeSeats,
	leastBusyTutor,
	lineUp,
	mayTake,
	serve,
	servesItself
} from '@stazhirovka/domain/cohorts';
import { localDay } from '@stazhirovka/domain/calendar';
import { statusOn } from '@stazhirovka/domain/sites';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { statusPeriodsOf } from '../../sites/index.ts';
import { findCohortFacts } from '../access-store.ts';
import { admit } from '../admission.ts';
import { confirmed } from '../letters.ts';
import { letterFacts } from '../queries.ts';
import * as cohorts from '../store.ts';
import { promoted } from './letters.ts';
import * as store from './store.ts';

/** Who causes it; nobody acts where a day has come by itself. */
export type By = { actor: { personId: string } | null; now: () => Date; origin: string };

/** The cohort's day and how its site stands on it. */
export async function standingOf(tx: Tx, { now }: Pick<By, 'now'>, cohortId: string) {
	const facts = (await findCohortFacts(tx, cohortId)) ?? missing('cohort');
	const today = localDay(now(), facts.timeZone);
	return { ...facts, today, siteStatus: statusOn(await statusPeriodsOf(tx, facts.siteId), today) };
}

/** Seats that nobody has on this day. */
export async function freeIn(tx: Tx, cohort: cohorts.CohortRow, today: string): Promise<number> {
	return freeSeats({ capacity: cohort.capacity, ...(await store.countSeats(tx, cohort.id, today)) });
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
	const { seated } = serve(waiting, await freeIn(tx, cohort, standing.today));
	for (const one of seated) {
		const isNew = admitted.has(one.id);
		await seat(tx, by, cohort, one, isNew);
		if (!isNew || !silent) await tell(tx, by, one.id, isNew);
	}
	return seated.map(({ id }) => id);
}

async function seat(
	tx: Tx,
	by: By,
	cohort: cohorts.CohortRow,
	{ id, namedTutorId }: store.WaitingRow,
	isNew: boolean
): Promise<void> {
	const state = settle(decideEnrolment('waiting', 'confirm'));
	const tutorId = await tutorOf(tx, cohort.id, namedTutorId);
	const moved = await cohorts.moveEnrolment(tx, { id, state: 'waiting' }, state, { tutorId });
	await admit(tx, cohort, moved);
	await record(
		tx,
		by,
		isNew ? 'enrolment.confirmed' : 'enrolment.promoted',
		{ id, cohortId: cohort.id },
		{ tutorId }
	);
}

async function tell(tx: Tx, by: By, id: string, isNew: boolean): Promise<void> {
	const facts = (await letterFacts(tx, id)) ?? missing('enrolment');
	const link = `${by.origin}/my/${id}`;
	await post(tx, isNew ? confirmed(facts, link) : promoted(facts, link), by.now());
}

/** The tutor who was named while that is a tutor of the cohort; else the one with the fewest interns. */
async function tutorOf(tx: Tx, cohortId: string, named: string | null): Promise<string | null> {
	const loads = await cohorts.tutorLoads(tx, cohortId);
	return named && loads.some(({ id }) => id === named) ? named : leastBusyTutor(loads);
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
