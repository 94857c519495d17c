import { longDate } from '@stazhirovka/domain/certificates';
import { nextSending } from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../shell/context.ts';
import { AppError, missing } from '../../shell/errors.ts';
import { record } from '../../shell/journal.ts';
import { post } from '../../shell/mail.ts';
import { today } from '../../shell/today.ts';
import { readPerson } from '../accounts/index.ts';
import { enterSummary } from './access.ts';
import { writeFile } from './files/index.ts';
import { scheduled } from './letters.ts';
import { readTable } from './reading.ts';
import * as store from './schedules-store.ts';
import type { ScheduleRow } from './store.ts';

type Job = Pick<Ctx, 'db' | 'now' | 'origin'>;

const AT_ONCE = 50;

/**
 * Letters of which the day has come. Each is judged by the grants of now; whoever may see the summary no more gets no
 * letter and none later. The day moves on in the transaction of the letter, so several processes send it once. A letter
 * that fails waits for the next round and holds up no other.
 */
export async function sendSummaries(job: Job): Promise<void> {
	const failed: unknown[] = [];
	for (const schedule of await store.dueSchedules(job.db, today(job.now), AT_ONCE))
		await send(job, schedule).catch((error: unknown) => failed.push(error));
	if (failed.length) throw new AggregateError(failed, 'letters of summaries');
}

async function send(job: Job, schedule: ScheduleRow): Promise<void> {
	const { db, now, origin } = job;
	const letter = await written(job, schedule);
	const day = today(now);
	const next = letter && nextSending(schedule.rhythm, day);
	await db.transaction(async (tx) => {
		if (!(await store.claimSending(tx, schedule, next)) || !letter) return;
		const { person, title, file } = letter;
		const link = `${origin}/summaries/${schedule.summaryId}`;
		const told = { title, link, file, next: next && longDate(next) };
		await post(tx, scheduled(person, told), now());
		const author = { actor: person.actor, now };
		await record(tx, author, 'summary.sent', { id: schedule.summaryId }, { format: schedule.format });
	});
}

/** Null where there is nothing to be sent to this person any more. */
async function written({ db, now }: Job, { summaryId, personId, format }: ScheduleRow) {
	try {
		const person = (await readPerson(db, personId)) ?? missing('summary');
		const ctx = { db, now, actor: person.actor };
		const { title, definition } = await enterSummary(ctx, summaryId);
		const file = await writeFile(title, await readTable(ctx, definition), { format, made: now() });
		return { person, title, file };
	} catch (error) {
		if (error instanceof AppError && error.status === 404) return null;
		throw error;
	}
}
