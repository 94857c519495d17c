import type { Tx } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import { missing } from '../../shell/errors.ts';
import { ensureCohortRoom, ensurePrivateRooms, joinWorkRooms } from '../chat/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { letterFacts } from './queries.ts';
import { noteOn, type CohortRow, type EnrolmentRow } from './store.ts';

/** Lets confirmed interns into the group's room and its discussions, and opens their threads with the tutor (R104, R105). */
export async function admit(tx: Tx, cohort: CohortRow, enrolments: EnrolmentRow[]): Promise<void> {
	const { document } = await loadProgramme(tx, cohort.programmeVersionId);
	const people = await letterFacts(
		tx,
		enrolments.map(({ id }) => id)
	);

	await ensureCohortRoom(tx, { cohortId: cohort.id, title: roomTitle(document.title, cohort.title) });
	await joinWorkRooms(
		tx,
		cohort.id,
		enrolments.map(({ personId }) => personId)
	);
	const threads = enrolments.map(({ id, personId, tutorId }) => ({
		...{ cohortId: cohort.id, enrolmentId: id, title: fullName(people.get(id) ?? missing('enrolment')) },
		memberIds: [personId, tutorId].filter((one) => one !== null)
	}));
	await ensurePrivateRooms(tx, threads);
}

/** What the group room of a cohort is called. */
export function roomTitle(programme: string, cohort: string): string {
	return `${programme} · ${cohort}`;
}

/** Gives an intern to a tutor: the thread of the two goes along, and the one who was replaced leaves it. */
export async function giveTutor(tx: Tx, cohort: CohortRow, enrolment: EnrolmentRow): Promise<void> {
	await noteOn(tx, enrolment.id, { tutorId: enrolment.tutorId });
	await admit(tx, cohort, [enrolment]);
}
