import type { Tx } from '@stazhirovka/db';
import { audienceFit, decideEnrolment, mayTake, type EnrolmentState } from '@stazhirovka/domain/cohorts';
import { fullName } from '@stazhirovka/domain/certificates';
import { isReason } from '@stazhirovka/domain/journal';
import { fail, faulty, missing, settle } from '../../../shell/errors.ts';
import { recordAll } from '../../../shell/journal.ts';
import { postAll } from '../../../shell/mail.ts';
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

	const decided = { decidedAt: by.now(), decidedBy: by.actor.personId, decisionReason: null };
	for (const [from, ids] of byState(enrolments))
		await cohorts.moveAll(tx, ids, { from, to: settle(decideEnrolment(from, action)) }, decided);
	await noteTerms(tx, enrolments, { outside, audienceReason }, { namedTutorId: tutorId, heldUntil: null });
	const admitted = new Set(enrolments.map(({ id }) => id));
	const seated = new Set(await serveLine(tx, by, cohort, { byHand: true, admitted, silent }));
	const waiting = [...admitted].filter((id) => !seated.has(id));
	await noteWaiting(tx, by, cohort.id, waiting, silent);
}

/** Ids of the enrolments in each state. */
export function byState(enrolments: readonly cohorts.EnrolmentRow[]): Map<EnrolmentState, string[]> {
	const groups = Map.groupBy(enrolments, ({ state }) => state);
	return new Map([...groups].map(([state, rows]) => [state, idsOf(rows)]));
}

/** What was said when they were taken; the reason stands with those alone who needed one. */
export async function noteTerms(
	tx: Tx,
	enrolments: readonly cohorts.EnrolmentRow[],
	{ outside, audienceReason }: { outside: ReadonlySet<string>; audienceReason: string | null },
	said: { namedTutorId?: string | null; heldUntil: string | null }
): Promise<void> {
	const groups = Map.groupBy(enrolments, ({ personId }) => (outside.has(personId) ? audienceReason : null));
	for (const [reason, rows] of groups)
		await store.noteAll(tx, idsOf(rows), { ...said, audienceReason: reason });
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Only a tutor of the cohort can be named, and without any nobody can be taken. */
export async function allowTutor(tx: Tx, cohortId: string, named: string | null): Promise<void> {
	const loads = await cohorts.tutorLoads(tx, cohortId);
	if (loads.length === 0) fail('refused', 'enrolment.no_tutor');
	if (named && !loads.some(({ id }) => id === named)) faulty('enrolment.tutor_unknown', { field: 'tutorId' });
}

/** Whoever the programme is not for, by person; without a reason they stop the admission. */
export async function outsideOfAudience(
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
	const placeOf = (id: string) => places.get(id) ?? missing('enrolment');
	const notes = ids.map((id) => ({ subject: { id, cohortId }, data: { place: placeOf(id) } }));
	await recordAll(
		tx,
		by,
		notes.map((note) => ({ kind: 'enrolment.queued', ...note }))
	);
	if (silent) return;
	const facts = await letterFacts(tx, ids);
	const letters = ids.map((id) => {
		return queued(facts.get(id) ?? missing('enrolment'), placeOf(id), `${by.origin}/my`);
	});
	await postAll(tx, letters, by.now());
}
