import type { Tx } from '@stazhirovka/db';
import { audienceFit, decideEnrolment, mayTake } from '@stazhirovka/domain/cohorts';
import { fullName } from '@stazhirovka/domain/certificates';
import { isReason } from '@stazhirovka/domain/journal';
import { fail, faulty, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { letterFacts } from '../queries.ts';
import * as cohorts from '../store.ts';
import { queued } from './letters.ts';
import { placesIn, serveLine, standingOf, type By } from './line.ts';
import { positionsOf } from './queries.ts';
import * as store from './store.ts';

type Actor = By & { actor: { personId: string } };
export type Terms = {
	/** Null: the tutor with the fewest interns. */
	tutorId: string | null;
	/** Why people outside of the programme's audience are taken (R48); null where there are none. */
	audienceReason: string | null;
	/** Whoever admits them writes the letters. */
	silent?: boolean;
	/** `enter`: a list brings people, whether they have applied or not. */
	as?: 'queue' | 'enter';
};

/**
 * Admits people under the cohort's lock: all of them join the waiting list, then the list is served in its order, so of
 * several who want the last seat one gets it and the next is first in the list.
 */
export async function admitAll(
	tx: Tx,
	by: Actor,
	cohort: cohorts.CohortRow,
	enrolments: cohorts.EnrolmentRow[],
	{ tutorId, audienceReason, silent = false, as: action = 'queue' }: Terms
): Promise<void> {
	settle(mayTake(await standingOf(tx, by, cohort.id)));
	await allowTutor(tx, cohort.id, tutorId);
	const outside = await outsideOfAudience(tx, cohort, enrolments, audienceReason);

	for (const enrolment of enrolments) {
		const state = settle(decideEnrolment(enrolment.state, action));
		const decided = { decidedAt: by.now(), decidedBy: by.actor.personId, decisionReason: null };
		await cohorts.moveEnrolment(tx, enrolment, state, decided);
		const reason = outside.has(enrolment.personId) ? audienceReason : null;
		await store.note(tx, enrolment.id, { namedTutorId: tutorId, audienceReason: reason, heldUntil: null });
	}
	const admitted = new Set(enrolments.map(({ id }) => id));
	const seated = new Set(await serveLine(tx, by, cohort, { byHand: true, admitted, silent }));
	const waiting = [...admitted].filter((id) => !seated.has(id));
	await noteWaiting(tx, by, cohort.id, waiting, silent);
}

/** Only a tutor of the cohort can be named, and without any nobody can be taken. */
async function allowTutor(tx: Tx, cohortId: string, named: string | null): Promise<void> {
	const loads = await cohorts.tutorLoads(tx, cohortId);
	if (loads.length === 0) fail('refused', 'enrolment.no_tutor');
	if (named && !loads.some(({ id }) => id === named)) faulty('enrolment.tutor_unknown', { field: 'tutorId' });
}

/** Whoever the programme is not for, by person; without a reason they stop the admission. */
async function outsideOfAudience(
	tx: Tx,
	cohort: cohorts.CohortRow,
	enrolments: cohorts.EnrolmentRow[],
	reason: string | null
): Promise<ReadonlySet<string>> {
	const { document } = await loadProgramme(tx, cohort.programmeVersionId);
	const people = await positionsOf(
		tx,
		enrolments.map(({ personId }) => personId)
	);
	const outside = people.filter(({ position }) => audienceFit(document.audience, position) === 'not_named');
	if (outside.length && !isReason(reason ?? ''))
		faulty('enrolment.audience_reason_missing', {
			field: 'audienceReason',
			people: outside.map((person) => fullName(person))
		});
	return new Set(outside.map(({ id }) => id));
}

async function noteWaiting(
	tx: Tx,
	by: Actor,
	cohortId: string,
	ids: string[],
	silent: boolean
): Promise<void> {
	if (ids.length === 0) return;
	const places = await placesIn(tx, cohortId);
	for (const id of ids) {
		const place = places.get(id) ?? missing('enrolment');
		await record(tx, by, 'enrolment.queued', { id, cohortId }, { place });
		if (silent) continue;
		const facts = (await letterFacts(tx, id)) ?? missing('enrolment');
		await post(tx, queued(facts, place, `${by.origin}/my`), by.now());
	}
}
