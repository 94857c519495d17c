import type { Tx } from '@stazhirovka/db';
import { AppError } from '../../../shell/errors.ts';
import { announceProgress } from '../../../shell/live.ts';
import { post } from '../../../shell/mail.ts';
import { keepFirsts, type FirstDocument } from '../first.ts';
import { printCertificate } from '../keeping.ts';
import { currentKey } from '../seal/keys.ts';
import type { SealKey } from '../seal/sealing.ts';
import { lockEnrolments } from '../store.ts';
import { finished } from './letters.ts';
import { takeChunk, type Chunk, type Job, type Numbered } from './numbering.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';

type Outcome = FirstDocument | Exclude<Numbered, { order: unknown }>;

/** Numbered, printed and entered together. */
const AT_ONCE = 32;
/** So many wait for the typesetter, so that it never waits and none of them has long to wait for it. */
const PRINTING = 8;

/**
 * Prints what was approved until nothing waits or `isStopped`. Documents are committed by the chunk: killed anywhere,
 * the next round goes on with the same numbers, and whoever has a document gets no second one. While one chunk is
 * printed, the one before it is entered and the next one numbered. Processes share the work.
 */
export async function issueApproved(job: Job, isStopped = () => false): Promise<void> {
	let chunk = isStopped() ? null : await takeChunk(job, AT_ONCE);
	const key = chunk && (await currentKey(job));
	let entered = Promise.resolve();
	while (chunk && key) {
		const next = isStopped() ? null : takeChunk(job, AT_ONCE);
		const [printed, following] = await Promise.all([printAll(key, chunk), next, entered]);
		entered = keep(job, chunk, printed);
		chunk = following;
	}
	await entered;
	await tellFinished(job);
}

/** A stuck document takes the typesetter with it: those that waited beside it are tried once more, each alone. */
async function printAll(key: SealKey, { entries }: Chunk): Promise<Outcome[]> {
	const outcomes = new Map<string, Outcome>();
	const again: Numbered[] = [];
	const waiting = entries.values();
	const printer = async () => {
		for (const entry of waiting) {
			const outcome = await print(key, entry).catch(() => void again.push(entry));
			if (outcome) outcomes.set(entry.enrolmentId, outcome);
		}
	};
	await Promise.all(Array.from({ length: PRINTING }, printer));

	for (const entry of again) {
		const failed = (error: unknown) => ({ enrolmentId: entry.enrolmentId, refusal: refusalOf(error) });
		outcomes.set(entry.enrolmentId, await print(key, entry).catch(failed));
	}
	return entries.flatMap(({ enrolmentId }) => outcomes.get(enrolmentId) ?? []);
}

async function print(key: SealKey, entry: Numbered): Promise<Outcome> {
	if (!('order' in entry)) return entry;
	const { enrolmentId, order } = entry;
	try {
		return { enrolmentId, order, printed: await printCertificate(key, order) };
	} catch (error) {
		if (error instanceof AppError) return { enrolmentId, refusal: error };
		throw error;
	}
}

/** In one transaction; where that breaks, one by one, and what still breaks is told beside the name. */
async function keep({ db }: Pick<Job, 'db'>, chunk: Chunk, outcomes: Outcome[]): Promise<void> {
	try {
		await db.transaction((tx) => enter(tx, chunk, outcomes));
	} catch (error) {
		const [one, ...others] = outcomes;
		if (one && others.length === 0) await store.markFailed(db, idOf(chunk, one), refusalOf(error).problem);
		else for (const each of outcomes) await keep({ db }, chunk, [each]);
	}
}

/** What is refused is told beside the name; others go on. */
async function enter(tx: Tx, chunk: Chunk, outcomes: Outcome[]): Promise<void> {
	const documents = outcomes.filter((one) => 'printed' in one);
	await lockEnrolments(
		tx,
		documents.map(({ enrolmentId }) => enrolmentId)
	);
	const kept = documents.length ? await keepFirsts(tx, chunk.ctx, chunk.finishing, documents) : [];
	const settled = [...kept, ...outcomes.filter((one) => !('printed' in one))];

	const issued = settled.flatMap((one) => ('certificateId' in one ? [one.certificateId] : []));
	if (issued.length) await store.markIssued(tx, chunk.batchId, issued);
	for (const one of settled)
		if ('refusal' in one) await store.markFailed(tx, idOf(chunk, one), one.refusal.problem);
}

function idOf({ batchId }: Chunk, { enrolmentId }: { enrolmentId: string }) {
	return { batchId, enrolmentId };
}

function refusalOf(error: unknown): AppError {
	return error instanceof AppError ? error : new AppError('refused', 'certificate.not_printed');
}

async function tellFinished({ db, now, origin }: Job): Promise<void> {
	await db.transaction(async (tx) => {
		for (const { id, cohortId, preparedBy } of await store.finishBatches(tx, now())) {
			await announceProgress(tx, cohortId);
			const [row] = await queries.batchRows(tx, { id });
			const reader = await queries.addressOf(tx, preparedBy);
			const cohort = await queries.cohortTitle(tx, cohortId);
			const link = `${origin}/leader/cohorts/${cohortId}/certificates/batches/${id}`;
			const told = { cohort, issued: row?.issued ?? 0, failed: row?.failed ?? 0, link };
			if (reader) await post(tx, finished(reader, told), now());
		}
	});
}
