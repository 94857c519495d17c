import type { Deps } from '../../../shell/context.ts';
import { AppError, fail, missing } from '../../../shell/errors.ts';
import { post } from '../../../shell/mail.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { documentOf } from '../document.ts';
import { issuedEarlier, keepFirst, requireCompletion } from '../first.ts';
import { openEntry, printCertificate, type CertificateOrder, type Issuing } from '../keeping.ts';
import { documentFacts } from '../queries.ts';
import { lockEnrolment } from '../store.ts';
import { finished } from './letters.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';

type Job = Pick<Deps, 'db' | 'keysDir' | 'now' | 'origin'>;
type Numbered = CertificateOrder | { issued: string };

/** One is being typeset while others are being entered into the register. */
const IN_FLIGHT = 4;

/**
 * Prints what was approved until nothing waits or `isStopped`. Every document is committed by itself: killed anywhere,
 * the next round goes on with the same numbers, and whoever has a document gets no second one. Processes share the work.
 */
export async function issueApproved(job: Job, isStopped = () => false): Promise<void> {
	const underway = new Set<Promise<void>>();
	while (!isStopped()) {
		const claimed = await store.claimEntry(job.db, job.now());
		if (!claimed) break;
		// Numbered one after another, so that numbers follow the list.
		const numbered = await attempt(job, claimed, () => number(job, claimed));
		if (!numbered) continue;
		const made = attempt(job, claimed, () => enter(job, claimed, numbered)).then(
			() => void underway.delete(made)
		);
		underway.add(made);
		if (underway.size >= IN_FLIGHT) await Promise.race(underway);
	}
	await Promise.all(underway);
	await tellFinished(job);
}

/** What is refused, or breaks, is told beside the name; others go on. */
async function attempt<T>(
	{ db }: Job,
	claimed: store.Claimed,
	work: () => Promise<T>
): Promise<T | undefined> {
	try {
		return await work();
	} catch (error) {
		const { code, details } = error instanceof AppError ? error.problem : { code: 'certificate.not_printed' };
		await store.markFailed(db, claimed, code, details ?? {});
		return undefined;
	}
}

async function number(job: Job, { batchId, enrolmentId, words }: store.Claimed): Promise<Numbered> {
	const ctx = await actingFor(job, batchId);
	return job.db.transaction(async (tx) => {
		const enrolment = (await queries.finishing(tx, enrolmentId)) ?? missing('enrolment');
		const earlier = await issuedEarlier(tx, enrolmentId);
		if (earlier) return { issued: earlier.id };

		await requireCompletion(tx, ctx, enrolment);
		const { number, token, issue } = await openEntry(tx, ctx, enrolment, enrolment.siteCode, { enrolmentId });
		const facts = (await documentFacts(tx, enrolmentId)) ?? missing('enrolment');
		const programme = await loadProgramme(tx, enrolment.programmeVersionId);
		// The law of the day of issue decides, not of the day on which the batch was prepared.
		const { kind } = documentOf(programme, facts, issue.issuedOn);
		if (kind !== words.kind) fail('refused', 'certificate.kind_changed');
		const { signer: _, ...own } = issue;
		return { number, token, snapshot: { ...own, ...words } };
	});
}

async function enter(job: Job, claimed: store.Claimed, numbered: Numbered): Promise<void> {
	const { enrolmentId } = claimed;
	if ('issued' in numbered) return job.db.transaction((tx) => store.markIssued(tx, claimed, numbered.issued));

	const ctx = await actingFor(job, claimed.batchId);
	const printed = await printCertificate(ctx, numbered);
	await job.db.transaction(async (tx) => {
		await lockEnrolment(tx, enrolmentId);
		const enrolment = (await queries.finishing(tx, enrolmentId)) ?? missing('enrolment');
		const { id } = await keepFirst(tx, ctx, enrolment, numbered, printed);
		await store.markIssued(tx, claimed, id);
	});
}

/** Whoever approved a batch has issued its documents. */
async function actingFor(job: Job, batchId: string): Promise<Issuing> {
	const { decidedBy } = (await store.findBatch(job.db, batchId)) ?? missing('batch');
	return { ...job, actor: { personId: decidedBy ?? missing('batch') } };
}

async function tellFinished({ db, now, origin }: Job): Promise<void> {
	await db.transaction(async (tx) => {
		for (const { id, cohortId, preparedBy } of await store.finishBatches(tx, now())) {
			const [row] = await queries.batchRows(tx, { id });
			const reader = await queries.addressOf(tx, preparedBy);
			const cohort = await queries.cohortTitle(tx, cohortId);
			const link = `${origin}/leader/cohorts/${cohortId}/certificates/batches/${id}`;
			const told = { cohort, issued: row?.issued ?? 0, failed: row?.failed ?? 0, link };
			if (reader) await post(tx, finished(reader, told), now());
		}
	});
}
