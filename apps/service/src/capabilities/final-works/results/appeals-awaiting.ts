import type { Database, Tx } from '@stazhirovka/db';
import { addDays, localDay } from '@stazhirovka/domain/calendar';
import { mayAnswerAppeal } from '@stazhirovka/domain/results';
import type { Deps } from '../../../shell/context.ts';
import { post } from '../../../shell/mail.ts';
import { appealDue } from './appeal-letters.ts';
import { openAppeals } from './appeals-queries.ts';
import { claimReminder } from './appeals-store.ts';

type Open = Awaited<ReturnType<typeof openAppeals>>[number];
type Reminding = Pick<Deps, 'db' | 'now' | 'origin'>;

function mayAnswer({ tutor, ...facts }: Open): boolean {
	return mayAnswerAppeal(tutor.id, facts);
}

/** Appeals that this tutor may answer, for the tutor's queue. */
export async function appealsAwaiting(db: Database | Tx, tutorId: string, now: Date) {
	const rows = await openAppeals(db, tutorId);
	return rows.filter(mayAnswer).map(({ finalWorkId, enrolmentId, title, sentAt, answerBy, timeZone }) => ({
		...{ finalWorkId, enrolmentId, title },
		since: sentAt,
		late: localDay(now, timeZone) > answerBy
	}));
}

/** Writes to tutors on the day before an answer is due, once. Several processes may do it at once. */
export async function remindOfAppeals({ db, now, origin }: Reminding): Promise<void> {
	const open = await openAppeals(db);
	const due = open.filter(
		({ remindedAt, answerBy, timeZone }) =>
			remindedAt === null && addDays(localDay(now(), timeZone), 1) >= answerBy
	);
	for (const [id, rows] of Map.groupBy(due, (row) => row.id)) {
		await db.transaction(async (tx) => {
			if (!(await claimReminder(tx, id, now()))) return;
			for (const { tutor, title, answerBy, finalWorkId } of rows.filter(mayAnswer)) {
				const link = `${origin}/works/${finalWorkId}/appeal`;
				await post(tx, appealDue(tutor, { title, answerBy, link }), now());
			}
		});
	}
}
