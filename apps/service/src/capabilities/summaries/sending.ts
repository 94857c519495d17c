import { longDate } from '@stazhirovka/domain/certificates';
import { nextSending } from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../shell/context.ts';
import { AppError, missing } from '../../shell/errors.ts';
import { record } from '../../shell/journal.ts';
import { post } from '../../shell/mail.ts';
import { today } from '../../shell/today.ts';
import { readPerson } from '../accounts/index.ts';
import { allowed, enterSummary } from './access.ts';
import { writeFile } from './files/index.ts';
import { scheduled, type FileOrReason } from './letters.ts';
import { readTable } from './reading.ts';
import * as store from './schedules-store.ts';
import type { ScheduleRow, SummaryRow } from './store.ts';

type Job = Pick<Ctx, 'db' | 'now' | 'origin'>;

const AT_ONCE = 50;
/** A letter whose file nobody has finished for so long is begun anew, here or by another process. */
const LEFT_MS = 300_000;

/**
 * Letters of which the day has come. Each is judged by the grants of now; whoever may see the summary no more gets no
 * letter and none later. A process takes a letter before it makes the file, and the day moves on in the transaction of
 * the letter, so several processes send it once. A letter that fails waits behind all others for the next round.
 */
export async function sendSummaries(job: Job): Promise<void> {
	const failed: unknown[] = [];
	for (let n = 0; n < AT_ONCE; n += 1) {
		const schedule = await claim(job);
		if (!schedule) break;
		await send(job, schedule).catch((error: unknown) => failed.push(error));
	}
	if (failed.length) throw new AggregateError(failed, 'letters of summaries');
}

function claim({ db, now }: Job): Promise<ScheduleRow | undefined> {
	const leftBefore = new Date(now().getTime() - LEFT_MS);
	return store.claimSchedule(db, { day: today(now), now: now(), leftBefore });
}

async function send(job: Job, schedule: ScheduleRow): Promise<void> {
	const { db, now, origin } = job;
	const letter = await written(job, schedule);
	const day = today(now);
	const next = letter && nextSending(schedule.rhythm, day);
	await db.transaction(async (tx) => {
		if (!(await store.claimSending(tx, schedule, next)) || !letter) return;
		const { person, title, made } = letter;
		const link = `${origin}/summaries/${schedule.summaryId}`;
		const told = { title, link, made, next: next && longDate(next) };
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
		const made = await fileOrReason(ctx, { title, definition, format });
		return { person, title, made };
	} catch (error) {
		if (error instanceof AppError && error.status === 404) return null;
		throw error;
	}
}

/** The file, or the reason that it cannot be made: who waits for the letter learns of it, and the day moves on. */
async function fileOrReason(
	ctx: Pick<Ctx, 'db' | 'now' | 'actor'>,
	{ title, definition, format }: Pick<SummaryRow, 'title' | 'definition'> & Pick<ScheduleRow, 'format'>
): Promise<FileOrReason> {
	try {
		const table = await readTable(ctx, allowed(definition));
		return { file: await writeFile(title, table, { format, made: ctx.now() }) };
	} catch (error) {
		if (!(error instanceof AppError) || error.status === 404) throw error;
		return { reason: reasonOf(error) };
	}
}

function reasonOf({ problem: { code, details } }: AppError): string {
	const signs = code === 'document.unprintable' ? details?.characters : undefined;
	return Array.isArray(signs)
		? `в нём есть знаки, которые напечатать нельзя: ${signs.join(' ')}. Уберите их из названия или выберите для писем таблицу XLSX.`
		: 'таблицу по этому выбору построить нельзя. На странице отчёта сказано, что поправить.';
}
