import type { Tx } from '@stazhirovka/db';
import { registrationNumber } from '@stazhirovka/domain/certificates';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { enterEnrolment, journeysOf, type EnrolmentFacts } from '../../cohorts/index.ts';
import { groundsOf } from '../grounds.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { snapshotOf } from '../document.ts';
import { keepCertificate, printCertificate, type CertificateOrder } from '../keeping.ts';
import { issued } from '../letters.ts';
import { documentFacts, siteSigner } from '../queries.ts';
import * as store from '../store.ts';
import { newToken } from '../token.ts';
import { standing } from '../view.ts';

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
	const printed = await printCertificate(ctx, order);

	return ctx.db.transaction(async (tx) => {
		await store.lockEnrolment(tx, enrolmentId);
		const enrolment = await enterEnrolment(tx, ctx.actor, enrolmentId, 'leader');
		const earlier = await issuedEarlier(tx, enrolmentId);
		if (earlier) return earlier;

		await requireCompletion(tx, ctx, enrolment);
		const certificate = await keepCertificate(tx, ctx, enrolmentId, order, printed);
		await store.completeEnrolment(tx, enrolmentId);

		const { cohortId } = enrolment;
		const { number, sha256 } = certificate;
		await record(
			tx,
			ctx,
			'certificate.issued',
			{ id: certificate.id, cohortId },
			{ number, sha256, enrolmentId }
		);
		await record(tx, ctx, 'enrolment.completed', { id: enrolmentId, cohortId });
		const facts = (await documentFacts(tx, enrolmentId)) ?? missing('enrolment');
		const link = `${ctx.origin}/my/${enrolmentId}/certificate`;
		await post(tx, issued(facts.holder, order.snapshot, link), ctx.now());
		return certificate;
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
	const signer = await siteSigner(tx, enrolment.siteId, ctx.actor.personId);
	const issuedOn = localDay(ctx.now(), enrolment.timeZone);
	const year = Number(issuedOn.slice(0, 4));
	const number = await store.reserveNumber(tx, {
		siteId: enrolment.siteId,
		year,
		enrolmentId,
		at: ctx.now()
	});
	const token = newToken();

	const snapshot = snapshotOf(programme, facts, {
		number: registrationNumber(facts.site.code, number.year, number.serial),
		issuedOn,
		verifyUrl: `${ctx.origin}/v/${token}`,
		signer,
		grounds: await groundsOf(tx, enrolmentId)
	});
	if (!inDative) return { number, token, snapshot };
	// Of another kind there is no such wording, and «он прошёл» needs to be known.
	if (snapshot.kind !== 'certificate' || snapshot.gender === null) fail('refused', 'certificate.no_dative');
	const dative = facts.holder.dative ?? fail('refused', 'certificate.dative_unconfirmed');
	return { number, token, snapshot: { ...snapshot, dative } };
}

/** An intern has one first document: where that was revoked, only a corrected one may follow, by a command of its own. */
async function issuedEarlier(tx: Tx, enrolmentId: string): Promise<store.CertificateRow | undefined> {
	const registered = await store.registeredOf(tx, [enrolmentId]);
	return standing(registered) ?? (registered.length ? fail('refused', 'certificate.revoked') : undefined);
}

/** The programme's rules, judged over what is true in this transaction. */
async function requireCompletion(tx: Tx, ctx: Ctx, enrolment: EnrolmentFacts): Promise<void> {
	const [journey] = await journeysOf(tx, enrolment, ctx.now(), enrolment.id);
	const rules = journey?.completion.rules ?? [];
	if (journey?.completion.complete) return;

	const open = rules.filter(({ done }) => !done).map(({ key, text }) => ({ key, text }));
	fail('refused', 'certificate.incomplete', { rules: open });
}
