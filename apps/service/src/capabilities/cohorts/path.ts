import type { Path, PathStep } from '@stazhirovka/contract/cohorts';
import { stepPlace, type PathStep as Step } from '@stazhirovka/domain/cohorts';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { roomIds } from '../chat/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { enterEnrolment } from './access.ts';
import { journeysOf } from './journeys.ts';
import { cohortCard, findMyEnrolment } from './queries.ts';
import { toMyEnrolment, toPerson } from './view.ts';

/** The intern's whole path (R96), for the intern and the intern's own tutor. */
export async function readPath(
	{ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string
): Promise<Path> {
	const enrolment = await enterEnrolment(db, actor, id, 'intern', 'tutor');
	const { cohortId } = enrolment;
	const [{ document }, [journey], row, card, rooms] = await Promise.all([
		loadProgramme(db, enrolment.programmeVersionId),
		journeysOf(db, enrolment, now(), [id]),
		findMyEnrolment(db, id),
		cohortCard(db, cohortId),
		roomIds(db, { cohortId, enrolmentId: id })
	]);
	if (!journey || !row || !card) return missing('enrolment');

	const tutor = card.tutors.find((person) => person.id === enrolment.tutorId);
	const step = (walked: Step) => toStep(walked, document);
	return {
		enrolment: toMyEnrolment(row),
		intern: toPerson(journey.walker.person),
		tutor: tutor ? toPerson(tutor) : null,
		cohortId,
		privateRoomId: rooms.privateRoomId,
		groupRoomId: rooms.groupRoomId,
		modules: journey.path.modules.map((module) => ({ ...module, steps: module.steps.map(step) })),
		next: journey.path.next && step(journey.path.next),
		done: journey.path.done,
		total: journey.path.total,
		sessions: card.sessions
	};
}

function toStep(step: Step, document: ProgrammeDocument): PathStep {
	const { key, title, state, doneOn, dueOn, late, reason, minutes } = step;
	return { key, title, state, doneOn, dueOn, late, reason, minutes, place: stepPlace(step, document) };
}
