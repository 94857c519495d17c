import type { Tx } from '@stazhirovka/db';
import { AppError, fail, missing } from '../../shell/errors.ts';
import { recordAll } from '../../shell/journal.ts';
import { postAll } from '../../shell/mail.ts';
import { journeysOf, type EnrolmentFacts } from '../cohorts/index.ts';
import { registered, type CertificateOrder, type Issuing, type PrintedCertificate } from './keeping.ts';
import { issued } from './letters.ts';
import { documentFactsOf } from './queries.ts';
import * as store from './store.ts';
import { standing } from './view.ts';

/** What the first documents of a cohort's interns depend on. */
export type Finishing = Pick<EnrolmentFacts, 'cohortId' | 'siteId' | 'programmeVersionId' | 'timeZone'>;
/** A first document, ready to be entered. */
export type FirstDocument = { enrolmentId: string; order: CertificateOrder; printed: PrintedCertificate };
/** The document that its holder has now, or why there is none. */
export type Kept = { enrolmentId: string } & ({ certificateId: string } | { refusal: AppError });

/** An intern has one first document: where that was revoked, only a corrected one may follow, by a command of its own. */
export async function issuedEarlier(tx: Tx, enrolmentId: string): Promise<store.CertificateRow | undefined> {
	const entered = await store.registeredOf(tx, [enrolmentId]);
	return standing(entered) ?? (entered.length ? fail('refused', 'certificate.revoked') : undefined);
}

/** The programme's rules, judged over what is true in this transaction. */
export async function requireCompletion(
	tx: Tx,
	ctx: Pick<Issuing, 'now'>,
	enrolment: Finishing & { id: string }
): Promise<void> {
	const refusal = (await incomplete(tx, ctx, enrolment, [enrolment.id])).get(enrolment.id);
	if (refusal) throw refusal;
}

/** Of these interns those who have not done all, with what is open. */
async function incomplete(
	tx: Tx,
	{ now }: Pick<Issuing, 'now'>,
	finishing: Finishing,
	ids: string[]
): Promise<ReadonlyMap<string, AppError>> {
	const journeys = await journeysOf(tx, finishing, now(), ids);
	const judged = new Map(journeys.map(({ walker, completion }) => [walker.enrolmentId, completion]));
	return new Map(
		ids.flatMap((id) => {
			const completion = judged.get(id);
			if (completion?.complete) return [];
			const open = (completion?.rules ?? []).filter(({ done }) => !done);
			const rules = open.map(({ key, text }) => ({ key, text }));
			return [[id, new AppError('refused', 'certificate.incomplete', { rules })]];
		})
	);
}

/** `keepFirsts` for one intern. */
export async function keepFirst(
	tx: Tx,
	ctx: Issuing,
	finishing: Finishing,
	document: FirstDocument
): Promise<store.CertificateRow> {
	const [kept] = await keepFirsts(tx, ctx, finishing, [document]);
	if (!kept) return missing('certificate');
	if ('refusal' in kept) throw kept.refusal;
	return (await store.findRegistered(tx, kept.certificateId)) ?? missing('certificate');
}

/**
 * Enters first documents of one cohort and ends the enrolments, where the rules still hold; whoever was quicker has
 * issued them. As many statements for one as for many; holders get letters. The caller has locked the enrolments.
 */
export async function keepFirsts(
	tx: Tx,
	ctx: Issuing,
	finishing: Finishing,
	documents: FirstDocument[]
): Promise<Kept[]> {
	const ids = documents.map(({ enrolmentId }) => enrolmentId);
	const entered = Map.groupBy(await store.registeredOf(tx, ids), ({ enrolmentId }) => enrolmentId);
	const fresh = documents.filter(({ enrolmentId }) => !entered.has(enrolmentId));
	const open = await incomplete(
		tx,
		ctx,
		finishing,
		fresh.map(({ enrolmentId }) => enrolmentId)
	);
	const ready = fresh.filter(({ enrolmentId }) => !open.has(enrolmentId));
	const made = await enter(tx, ctx, finishing, ready);

	return ids.map((enrolmentId) => {
		const certificateId = made.get(enrolmentId) ?? standing(entered.get(enrolmentId) ?? [])?.id;
		if (certificateId) return { enrolmentId, certificateId };
		return { enrolmentId, refusal: open.get(enrolmentId) ?? new AppError('refused', 'certificate.revoked') };
	});
}

/** Answers with the documents by enrolment. */
async function enter(
	tx: Tx,
	ctx: Issuing,
	{ cohortId }: Finishing,
	documents: FirstDocument[]
): Promise<ReadonlyMap<string | null, string>> {
	if (documents.length === 0) return new Map();
	const ids = documents.map(({ enrolmentId }) => enrolmentId);
	const rows = await store.insertCertificates(
		tx,
		documents.map(({ enrolmentId, order, printed }) => registered(ctx, enrolmentId, order, printed))
	);
	await store.completeEnrolments(tx, ids);

	await recordAll(tx, ctx, [
		...rows.map(({ id, number, sha256, enrolmentId }) => ({
			kind: 'certificate.issued' as const,
			subject: { id, cohortId },
			data: { number, sha256, enrolmentId }
		})),
		...ids.map((id) => ({ kind: 'enrolment.completed' as const, subject: { id, cohortId } }))
	]);
	await tell(tx, ctx, documents);
	return new Map(rows.map(({ id, enrolmentId }) => [enrolmentId, id]));
}

async function tell(tx: Tx, { origin, now }: Issuing, documents: FirstDocument[]): Promise<void> {
	const ids = documents.map(({ enrolmentId }) => enrolmentId);
	const facts = new Map((await documentFactsOf(tx, ids)).map((one) => [one.enrolmentId, one]));
	const letters = documents.map(({ enrolmentId, order }) => {
		const { holder } = facts.get(enrolmentId) ?? missing('enrolment');
		return issued(holder, order.snapshot, `${origin}/my/${enrolmentId}/certificate`);
	});
	await postAll(tx, letters, now());
}
