import type { SubjectRef } from '@stazhirovka/contract/chat';
import { longDate, shortName } from '@stazhirovka/domain/certificates';
import { subjectKey, type Subject } from '@stazhirovka/domain/chat';
import type { ProgrammeTask } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { faulty } from '../../shell/errors.ts';
import { findSession } from '../cohorts/index.ts';
import { momentWords } from '../../shell/moment-words.ts';
import { findOffer } from '../consultations/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { findSending } from '../tasks/index.ts';
import type { MyRoom } from './queries.ts';

type Reader = Pick<Ctx, 'db'>;

/** The thing that a message is to be about, with its title; only what belongs to the work of this room. */
export async function subjectOf({ db }: Reader, room: MyRoom, ref: SubjectRef): Promise<Subject> {
	const title = (await subjectTitle({ db }, room, ref)) ?? unknown(ref);
	return {
		...ref,
		title,
		place: `/chat/${room.id}/about/${ref.kind}/${encodeURIComponent(subjectKey(ref))}`
	};
}

/** What the thing is called; undefined when the work of this room has no such thing. */
export async function subjectTitle(
	{ db }: Reader,
	room: MyRoom,
	ref: SubjectRef
): Promise<string | undefined> {
	const { cohortId, programmeVersionId } = room;
	if (cohortId === null || programmeVersionId === null) return undefined;
	return titleOf({ db }, { ...room, cohortId }, await loadProgramme(db, programmeVersionId), ref);
}

async function titleOf(
	{ db }: Reader,
	room: Pick<MyRoom, 'enrolmentId'> & { cohortId: string },
	{ document }: FrozenProgramme,
	ref: SubjectRef
): Promise<string | undefined> {
	const task = (key: string): ProgrammeTask | undefined =>
		document.tasks.find((candidate) => candidate.key === key);
	switch (ref.kind) {
		case 'task':
			return task(ref.key)?.title;
		case 'criterion':
			return task(ref.key)?.tutor_criteria?.[ref.number - 1];
		case 'deficit':
			return document.deficits.find(({ key }) => key === ref.key)?.title;
		case 'submission': {
			// In a room of many it would tell everybody whose work is being talked about.
			const sending = room.enrolmentId && (await findSending(db, ref));
			return sending && sending.enrolmentId === room.enrolmentId ? task(sending.taskKey)?.title : undefined;
		}
		case 'event': {
			const session = await findSession(db, { cohortId: room.cohortId, id: ref.id });
			return session && `${longDate(session.date)}, ${session.startsAt.slice(0, 5)}, ${session.place}`;
		}
		case 'consultation': {
			const offer = await findOffer(db, { cohortId: room.cohortId, id: ref.id });
			return offer && `${momentWords(offer)}, ${shortName(offer.host)}`;
		}
	}
}

function unknown(ref: SubjectRef): never {
	if (ref.kind === 'task') return faulty('message.task_unknown', { task: ref.key });
	return faulty('message.subject_unknown', { kind: ref.kind, key: subjectKey(ref) });
}
