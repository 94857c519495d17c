import type { SummaryExport } from '@stazhirovka/contract/summaries';
import { PROGRESS } from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../shell/context.ts';
import { AppError, missing } from '../../shell/errors.ts';
import { record } from '../../shell/journal.ts';
import { readPerson } from '../accounts/index.ts';
import type { PrintedFile } from '../documents/index.ts';
import { scopeOf } from '../monitoring/index.ts';
import * as store from './exports-store.ts';
import { writeFile } from './files/index.ts';
import { readTable } from './reading.ts';

type Job = Pick<Ctx, 'db' | 'now'>;

/** A file that nobody has finished for so long is begun anew by another process. */
const LEFT_MS = 120_000;
const NOT_MADE = 'summary_export.not_made';
/** Files are kept for a week. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** Makes the files that were asked for, one after the other, until nothing waits. */
export async function makeExports(job: Job, isStopped = () => false): Promise<void> {
	while (!isStopped()) {
		const left = new Date(job.now().getTime() - LEFT_MS);
		await store.giveUpExports(job.db, job.now(), { left, failure: NOT_MADE });
		const row = await store.claimExport(job.db, job.now(), left);
		if (!row) return;
		await make(job, row);
	}
}

/** In the name of whoever asked, by the grants of now: what may be seen no more is not written into a file. */
async function make({ db, now }: Job, row: store.ExportRow): Promise<void> {
	try {
		const person = (await readPerson(db, row.personId)) ?? missing('summary');
		const table = await readTable({ db, now, actor: person.actor }, row.definition);
		await store.moveExport(db, row.id, 'writing');
		const file = await writeFile(row.title, table, { format: row.format, made: now() });
		await store.finishExport(db, row.id, { ...file, finishedAt: now() });
	} catch (error) {
		if (!(error instanceof AppError)) {
			await store.leaveExport(db, row.id);
			throw error;
		}
		await store.finishExport(db, row.id, { ...failureOf(error), finishedAt: now() });
	}
}

/** A sign that no font has is named, so that it can be taken out of the words. */
function failureOf({ problem: { code, details } }: AppError) {
	const failure = code === 'document.unprintable' ? 'summary_export.unprintable' : code;
	return { failure, failureDetails: details ?? null };
}

export async function tidyExports({ db, now }: Job): Promise<void> {
	await store.deleteExportsBefore(db, new Date(now().getTime() - KEPT_MS));
}

export async function readExports(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<SummaryExport[]> {
	await scopeOf(ctx);
	return (await store.exportsOf(ctx.db, ctx.actor.personId)).map(toExport);
}

export async function readExport(ctx: Pick<Ctx, 'db' | 'actor'>, id: string) {
	return toExport(await enterExport(ctx, id));
}

/** For whoever asked for it, as long as that person may still count anything. */
async function enterExport(ctx: Pick<Ctx, 'db' | 'actor'>, id: string): Promise<store.ExportRow> {
	await scopeOf(ctx);
	return (await store.findExport(ctx.db, id, ctx.actor.personId)) ?? missing('summary_export');
}

/** The file, for whoever asked for it; taking it is written down. */
export async function takeExport(ctx: Ctx, id: string): Promise<PrintedFile> {
	const row = await enterExport(ctx, id);
	const bytes = (await store.bytesOf(ctx.db, id)) ?? missing('summary_export');
	await ctx.db.transaction((tx) => record(tx, ctx, 'summary_export.taken', { id }, { title: row.title }));
	return { name: row.name ?? '', mime: row.mime ?? '', bytes };
}

function toExport({
	id,
	title,
	format,
	state,
	askedAt,
	failure,
	failureDetails,
	name,
	size
}: store.ExportRow): SummaryExport {
	return {
		...{ id, title, format, state, failure, failureDetails },
		progress: PROGRESS[state],
		askedAt: askedAt.toISOString(),
		file: name !== null && size !== null ? { name, size } : null
	};
}
