import { localDay } from '@stazhirovka/domain/calendar';
import type { Deps } from '../../../shell/context.ts';
import { AppError, fail, missing } from '../../../shell/errors.ts';
import { post } from '../../../shell/mail.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { documentOf } from '../document.ts';
import { keepFirst, type Finishing } from '../first.ts';
import { entryOf, printCertificate, type CertificateOrder, type Issuing } from '../keeping.ts';
import { documentFactsOf } from '../queries.ts';
import { lockEnrolment, registeredOf, reserveNumbers } from '../store.ts';
import { standing } from '../view.ts';
import { finished } from './letters.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';

type Job = Pick<Deps, 'db' | 'keysDir' | 'now' | 'origin'>;
type Numbered = { ctx: Issuing; enrolment: Finishing } & (
	{ order: CertificateOrder } | { issued: string } | { code: string }
);

/** Some are being entered into the register while one is typeset. */
const IN_FLIGHT = 8;
/** Numbered together; while they are printed the next ones are not claimed yet. */
const AT_ONCE = 16;

/**
 * Prints what was approved until nothing waits or `isStopped`. Every document is committed by itself: killed anywhere,
 * the next round goes on with the same numbers, and whoever has a document gets no second one. Processes share the work.
 */
export async function issueApproved(job: Job, isStopped = () => false): Promise<void> {
	const underway = new Set<Promise<void>>();
	while (!isStopped()) {
		const claimed = await store.claimEntries(job.db, job.now(), AT_ONCE);
		if (claimed.length === 0) break;
		for (const [one, numbered] of await numberAll(job, claimed)) {
			if (underway.size >= IN_FLIGHT) await Promise.race(underway);
			const made = finish(job, one, numbered).then(() => void underway.delete(made));
			underway.add(made);
		}
	}
	await Promise.all(underway);
	await tellFinished(job);
}

/** Numbers follow the list. The law of the day of issue decides the kind, not that of the day of preparing. */
async function numberAll(job: Job, claimed: store.Claimed[]): Promise<[store.Claimed, Numbered][]> {
	const [first] = claimed;
	if (!first) return [];
	const ctx = await actingFor(job, first.batchId);
	const ids = claimed.map(({ enrolmentId }) => enrolmentId);

	return job.db.transaction(async (tx) => {
		const place = (await queries.finishing(tx, first.enrolmentId)) ?? missing('enrolment');
		const programme = await loadProgramme(tx, place.programmeVersionId);
		const facts = new Map((await documentFactsOf(tx, ids)).map((one) => [one.enrolmentId, one]));
		const registered = Map.groupBy(await registeredOf(tx, ids), ({ enrolmentId }) => enrolmentId);
		const issuedOn = localDay(job.now(), place.timeZone);
		const judge = ({ enrolmentId, words }: store.Claimed) => {
			const own = registered.get(enrolmentId) ?? [];
			const valid = standing(own);
			if (valid) return { issued: valid.id };
			if (own.length) return { code: 'certificate.revoked' };
			const { kind } = documentOf(programme, facts.get(enrolmentId) ?? missing('enrolment'), issuedOn);
			return kind === words.kind ? null : { code: 'certificate.kind_changed' };
		};
		const judged = claimed.map((one) => [one, judge(one)] as const);
		const open = judged.flatMap(([{ enrolmentId }, found]) => (found ? [] : [enrolmentId]));
		const wanted = { siteId: place.siteId, year: Number(issuedOn.slice(0, 4)), at: job.now() };
		const numbers = await reserveNumbers(tx, wanted, open);

		return judged.map(([one, found]) => {
			const shared = { ctx, enrolment: { ...place, id: one.enrolmentId } };
			const number = numbers.get(one.enrolmentId);
			if (found || !number) return [one, { ...shared, ...(found ?? missing('enrolment')) }];
			const { token, issue } = entryOf(ctx, place.siteCode, issuedOn, number);
			return [one, { ...shared, order: { number, token, snapshot: { ...issue, ...one.words } } }];
		});
	});
}

/** What is refused, or breaks, is told beside the name; others go on. */
async function finish(job: Job, claimed: store.Claimed, numbered: Numbered): Promise<void> {
	try {
		await enter(job, claimed, numbered);
	} catch (error) {
		const { code, details } =
			error instanceof AppError ? error.problem : { code: 'certificate.not_printed', details: {} };
		await store.markFailed(job.db, claimed, code, details ?? {});
	}
}

async function enter({ db }: Job, claimed: store.Claimed, numbered: Numbered): Promise<void> {
	if ('code' in numbered) return fail('refused', numbered.code);
	if ('issued' in numbered) return db.transaction((tx) => store.markIssued(tx, claimed, numbered.issued));

	const { ctx, enrolment, order } = numbered;
	const printed = await printCertificate(ctx, order);
	await db.transaction(async (tx) => {
		await lockEnrolment(tx, enrolment.id);
		const { id } = await keepFirst(tx, ctx, enrolment, order, printed);
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
