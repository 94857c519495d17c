import { isWorkingMoment } from '@stazhirovka/domain/answering';
import type { Deps } from '../../shell/context.ts';
import { post } from '../../shell/mail.ts';
import { respondersOf } from '../chat/index.ts';
import { openQuestions, type Open } from './asked.ts';
import { overdue } from './letters.ts';
import { namesOfPeople } from './queries.ts';
import { claimReminders } from './store.ts';

type Reminding = Pick<Deps, 'db' | 'now' | 'origin'>;
type Responder = Awaited<ReturnType<typeof respondersOf>>[number];

/** Of a question in a room that has been silent for so long its tutor has been reminded long ago, or nobody waits any more. */
const SILENT_MS = 60 * 86_400_000;

/**
 * Writes to tutors whose agreed time is over: of each question once, all of a round in one letter, never in quiet
 * hours. Any number of processes may do it at once: a question is claimed in the transaction of its letter.
 */
export async function remindTutors(deps: Reminding): Promise<void> {
	const now = deps.now();
	const saidSince = new Date(now.getTime() - SILENT_MS);
	const open = await openQuestions(deps.db, { everywhere: { saidSince } }, now);
	const due = open.filter(
		({ waiting, terms }) => waiting.late && isWorkingMoment(now, terms.agreement, terms.timeZone)
	);
	if (due.length === 0) return;

	const responders = await respondersOf(deps.db, [...new Set(due.map(({ roomId }) => roomId))]);
	for (const [personId, rooms] of Map.groupBy(responders, ({ id }) => id))
		await remind(deps, personId, rooms, due);
}

async function remind({ db, now, origin }: Reminding, personId: string, rooms: Responder[], due: Open[]) {
	const mine = due.filter(({ roomId }) => rooms.some((room) => room.roomId === roomId));
	const [to] = rooms;
	if (!to || mine.length === 0) return;

	await db.transaction(async (tx) => {
		const reminders = mine.map(({ roomId, seq }) => ({ roomId, seq, personId }));
		const claimed = await claimReminders(tx, reminders, now());
		const told = mine.filter(({ roomId, seq }) => claimed.has(`${roomId}:${seq}`));
		if (told.length === 0) return;

		const names = await namesOfPeople(
			tx,
			told.map(({ askedBy }) => askedBy)
		);
		const waiting = told.map((question) => ({ ...question, person: names.get(question.askedBy) }));
		await post(tx, overdue(to, waiting, `${origin}/tutor`), now());
	});
}
