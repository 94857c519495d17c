import type { SubjectRef } from '@stazhirovka/domain/chat';
import { seekEnrolmentIn } from '../cohorts/index.ts';
import { submissionsOf } from '../tasks/index.ts';
import type { Asking } from './reading.ts';
import { enterRoom } from './rooms.ts';
import type { MyRoom } from './queries.ts';

type Meant = { kind: SubjectRef['kind']; key: string };

/** The page of what a message is about: the intern has it on the way of the studies, the tutor among the interns' things. */
export async function subjectPlace(
	asking: Asking,
	roomId: string,
	{ kind, key }: Meant
): Promise<{ place: string }> {
	const { db, actor } = asking;
	const room = await enterRoom(db, actor, roomId);
	const { cohortId } = room;
	const mine = cohortId && (await seekEnrolmentIn(db, actor.personId, cohortId));
	const task = kind === 'criterion' ? key.replace(/\.\d+$/, '') : key;
	if (mine) return { place: `/my/${mine}${await ownPath(asking, mine, { kind, key: task })}` };
	return { place: await tutorPath(asking, room, { kind, key: task }) };
}

async function ownPath({ db }: Asking, enrolmentId: string, { kind, key }: Meant): Promise<string> {
	if (kind === 'deficit') return '/deficit-card';
	if (kind === 'event') return '';
	if (kind === 'consultation') return '/consultations';
	const [id] = key.split('.');
	const sent = kind === 'submission' ? await submissionsOf(db, enrolmentId) : [];
	const task = kind === 'submission' ? sent.find((submission) => submission.id === id)?.task : key;
	return task ? `/tasks/${encodeURIComponent(task)}` : '';
}

async function tutorPath(
	{ db }: Asking,
	{ cohortId, enrolmentId }: MyRoom,
	{ kind, key }: Meant
): Promise<string> {
	if (kind === 'submission') return `/tutor/submissions/${key.split('.')[0]}`;
	if (kind === 'consultation') return '/tutor/consultations';
	if (enrolmentId === null || kind === 'event') return `/tutor/cohorts/${cohortId}`;
	if (kind === 'deficit') return `/tutor/interns/${enrolmentId}/deficit-card`;
	const sent = (await submissionsOf(db, enrolmentId)).find(({ task }) => task === key);
	return sent ? `/tutor/submissions/${sent.id}` : `/tutor/interns/${enrolmentId}`;
}
