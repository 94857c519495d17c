import type { Tx } from '@stazhirovka/db';
import { decideCertificate, type DuplicateCause, type Succession } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { enterCertificate, type EnteredCertificate } from '../access.ts';
import { duplicateOf, snapshotOf } from '../document.ts';
import { groundsOf } from '../grounds.ts';
import { openEntry, printCertificate, registered, type CertificateOrder } from '../keeping.ts';
import { replaced } from '../letters.ts';
import { currentKey } from '../seal/keys.ts';
import * as store from '../store.ts';
import { factsOf } from '../view.ts';

export type Replacement = { as: 'duplicate'; cause: DuplicateCause } | { as: 'correction'; reason: string };

/**
 * Issues a document in the place of another (X2): a duplicate says what that one said, a corrected one what is true
 * now. It has a number and a code of its own; the earlier one stays in the register and names it. Asked again, it
 * answers with the same one. Printed while no lock is held, like the first.
 */
export async function replaceCertificate(
	ctx: Ctx,
	id: string,
	replacement: Replacement
): Promise<store.CertificateRow> {
	const order = await ctx.db.transaction((tx) => prepare(tx, ctx, id, replacement));
	if ('issued' in order) return order.issued;
	const printed = await printCertificate(await currentKey(ctx), order);

	return ctx.db.transaction(async (tx) => {
		const entered = await enterCertificate(tx, ctx.actor, id);
		const earlier = await replacedEarlier(tx, entered, replacement.as);
		if (earlier) return earlier;

		const { certificate, enrolment, holder } = entered;
		const because = replacement.as === 'duplicate' ? replacement.cause : replacement.reason;
		const place = { replacesId: id, replacesAs: replacement.as, replacesReason: because };
		const entry = registered(ctx, enrolment.id, order, printed, place);
		const made = await store.insertCertificate(tx, entry);
		const { cohortId } = enrolment;
		const what = { replaces: certificate.number, as: replacement.as, because, number: made.number };
		await record(tx, ctx, 'certificate.replaced', { id: made.id, cohortId }, what);
		const link = `${ctx.origin}/my/${enrolment.id}/certificate`;
		await post(
			tx,
			replaced(holder, order.snapshot, { as: replacement.as, earlier: certificate.number, link }),
			ctx.now()
		);
		return made;
	});
}

async function prepare(
	tx: Tx,
	ctx: Ctx,
	id: string,
	{ as }: Replacement
): Promise<CertificateOrder | { issued: store.CertificateRow }> {
	const entered = await enterCertificate(tx, ctx.actor, id);
	const earlier = await replacedEarlier(tx, entered, as);
	if (earlier) return { issued: earlier };

	const { enrolment, facts } = entered;
	const { number, token, issue } = await openEntry(tx, ctx, enrolment, facts.site.code, { replacesId: id });
	if (as === 'duplicate') return { number, token, snapshot: duplicateOf(entered.certificate, facts, issue) };

	const programme = await loadProgramme(tx, enrolment.programmeVersionId);
	const grounds = await groundsOf(tx, enrolment.id);
	return { number, token, snapshot: snapshotOf(programme, facts, { ...issue, grounds }) };
}

/** The one that took its place already, if in the same way; otherwise the rules say whether another may. */
async function replacedEarlier(
	tx: Tx,
	{ certificate }: EnteredCertificate,
	as: Succession
): Promise<store.CertificateRow | undefined> {
	if (certificate.later?.as === as)
		return (await store.findRegistered(tx, certificate.later.id)) ?? missing('enrolment');
	settle(decideCertificate(factsOf(certificate), as));
	return undefined;
}
