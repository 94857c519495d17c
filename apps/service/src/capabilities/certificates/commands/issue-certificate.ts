import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { groundsOf } from '../grounds.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { snapshotOf } from '../document.ts';
import { issuedEarlier, keepFirst, requireCompletion } from '../first.ts';
import { openEntry, printCertificate, type CertificateOrder } from '../keeping.ts';
import { documentFacts } from '../queries.ts';
import { currentKey } from '../seal/keys.ts';
import * as store from '../store.ts';

/**
 * Issues the document of an intern (R119, R168), once: asked again, it answers with the same one. A number is reserved,
 * the PDF is printed while no lock is held, and then the rules are checked again in the transaction that stores it.
 * `inDative`: the wording «выдан … в том, что», with the name in the form that its bearer has confirmed (X14).
 */
export async function issueCertificate(
	ctx: Ctx,
	enrolmentId: string,
	{ inDative = false } = {}
): Promise<store.CertificateRow> {
	const order = await ctx.db.transaction((tx) => prepare(tx, ctx, enrolmentId, inDative));
	if ('issued' in order) return order.issued;
	const printed = await printCertificate(await currentKey(ctx), order);

	return ctx.db.transaction(async (tx) => {
		await store.lockEnrolments(tx, [enrolmentId]);
		const enrolment = await enterEnrolment(tx, ctx.actor, enrolmentId, 'leader');
		return keepFirst(tx, ctx, enrolment, { enrolmentId, order, printed });
	});
}

async function prepare(
	tx: Tx,
	ctx: Ctx,
	enrolmentId: string,
	inDative: boolean
): Promise<CertificateOrder | { issued: store.CertificateRow }> {
	const enrolment = await enterEnrolment(tx, ctx.actor, enrolmentId, 'leader');
	const earlier = await issuedEarlier(tx, enrolmentId);
	if (earlier) return { issued: earlier };
	await requireCompletion(tx, ctx, enrolment);

	const facts = (await documentFacts(tx, enrolmentId)) ?? missing('enrolment');
	const programme = await loadProgramme(tx, enrolment.programmeVersionId);
	const { number, token, issue } = await openEntry(tx, ctx, enrolment, facts.site.code, { enrolmentId });
	const grounds = await groundsOf(tx, enrolmentId);
	const snapshot = snapshotOf(programme, facts, { ...issue, grounds });
	if (!inDative) return { number, token, snapshot };
	// Of another kind there is no such wording, and «он прошёл» needs to be known.
	if (snapshot.kind !== 'certificate' || snapshot.gender === null) fail('refused', 'certificate.no_dative');
	const dative = facts.holder.dative ?? fail('refused', 'certificate.dative_unconfirmed');
	return { number, token, snapshot: { ...snapshot, dative } };
}
