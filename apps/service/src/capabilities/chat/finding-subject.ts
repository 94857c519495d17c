import { SubjectRef } from '@stazhirovka/contract/chat';
import { subjectIn } from '@stazhirovka/domain/chat';
import { seekEnrolmentIn } from '../cohorts/index.ts';
import { submissionsOf } from '../tasks/index.ts';
import type { Asking } from './reading.ts';
import { enterRoom } from './rooms.ts';
import type { MyRoom } from './queries.ts';
import { subjectTitle } from './subjects.ts';

type Meant = { kind: SubjectRef['kind']; key: string };

/** What a message may be about: its title, if this room's work has it, and its page. */
export async function findSubject(
	asking: Asking,
	roomId: string,
	{ kind, key }: Meant
): Promise<{ title: string | null; place: string }> {
	const room = await enterRoom(asking.db, asking.actor, roomId);
	const ref = SubjectRef.safeParse(subjectIn(`${kind}:${key}`)).data;
	const title = ref && (await subjectTitle(asking, room, ref));
	return { title: title ?? null, place: await placeOf(asking, room, { kind, key }) };
}

/** The intern has it on the way of the studies, the tutor among the interns' things. */
async function placeOf(asking: Asking, room: MyRoom, { kind, key }: Meant): Promise<string> {
	const { db, actor } = asking;
	const mine = room.cohortId && (await seekEnrolmentIn(db, actor.personId, room.cohortId));
	const task = kind === 'criterion' ? key.replace(/\.\d+$/, '') : key;
	if (mine) return `/my/${mine}${await ownPath(asking, mine, { kind, key: task })}`;
	return tutorPath(asking, room, { kind, key: task });
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
