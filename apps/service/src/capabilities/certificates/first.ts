import type { Tx } from '@stazhirovka/db';
import { fail, missing } from '../../shell/errors.ts';
import { record } from '../../shell/journal.ts';
import { post } from '../../shell/mail.ts';
import { journeysOf, type EnrolmentFacts } from '../cohorts/index.ts';
import { keepCertificate, type CertificateOrder, type Issuing, type PrintedCertificate } from './keeping.ts';
import { issued } from './letters.ts';
import { documentFacts } from './queries.ts';
import * as store from './store.ts';
import { standing } from './view.ts';

/** What the first document of an intern depends on. */
export type Finishing = Pick<
	EnrolmentFacts,
	'id' | 'cohortId' | 'siteId' | 'programmeVersionId' | 'timeZone'
>;

/** An intern has one first document: where that was revoked, only a corrected one may follow, by a command of its own. */
export async function issuedEarlier(tx: Tx, enrolmentId: string): Promise<store.CertificateRow | undefined> {
	const registered = await store.registeredOf(tx, [enrolmentId]);
	return standing(registered) ?? (registered.length ? fail('refused', 'certificate.revoked') : undefined);
}

/** The programme's rules, judged over what is true in this transaction. */
export async function requireCompletion(
	tx: Tx,
	{ now }: Pick<Issuing, 'now'>,
	enrolment: Finishing
): Promise<void> {
	const [journey] = await journeysOf(tx, enrolment, now(), enrolment.id);
	const rules = journey?.completion.rules ?? [];
	if (journey?.completion.complete) return;

	const open = rules.filter(({ done }) => !done).map(({ key, text }) => ({ key, text }));
	fail('refused', 'certificate.incomplete', { rules: open });
}

/**
 * Enters the first document of an intern and ends the enrolment, where the rules still hold; whoever was quicker has
 * issued it. The caller has locked the enrolment. The holder gets a letter.
 */
export async function keepFirst(
	tx: Tx,
	ctx: Issuing,
	enrolment: Finishing,
	order: CertificateOrder,
	printed: PrintedCertificate
): Promise<store.CertificateRow> {
	const { id: enrolmentId, cohortId } = enrolment;
	const earlier = await issuedEarlier(tx, enrolmentId);
	if (earlier) return earlier;

	await requireCompletion(tx, ctx, enrolment);
	const certificate = await keepCertificate(tx, ctx, enrolmentId, order, printed);
	await store.completeEnrolment(tx, enrolmentId);

	const { id, number, sha256 } = certificate;
	await record(tx, ctx, 'certificate.issued', { id, cohortId }, { number, sha256, enrolmentId });
	await record(tx, ctx, 'enrolment.completed', { id: enrolmentId, cohortId });
	const { holder } = (await documentFacts(tx, enrolmentId)) ?? missing('enrolment');
	const link = `${ctx.origin}/my/${enrolmentId}/certificate`;
	await post(tx, issued(holder, order.snapshot, link), ctx.now());
	return certificate;
}
