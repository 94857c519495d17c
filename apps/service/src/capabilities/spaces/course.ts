import type { Database, Tx } from '@stazhirovka/db';
import { courseOf, type Course } from '@stazhirovka/domain/chat';
import { eventsOf } from '../chat/index.ts';
import { namesOf, roomPeople } from './queries.ts';

type Name = Awaited<ReturnType<typeof namesOf>>[number];
export type Held = Course & { participants: Name[] };

/** How a conference went and who took part, by the log of its room; null when it was not held to its end. */
export async function courseIn(db: Database | Tx, roomId: string): Promise<Held | null> {
	const events = await eventsOf(db, roomId);
	const course = courseOf(events);
	if (!course) return null;

	const left = events.flatMap((event) =>
		event.type === 'member.left' && event.seq > course.openedSeq ? [event.member.id] : []
	);
	const present = (await roomPeople(db, roomId)).map(({ id }) => id);
	return { ...course, participants: await namesOf(db, [...new Set([...present, ...left])]) };
}
