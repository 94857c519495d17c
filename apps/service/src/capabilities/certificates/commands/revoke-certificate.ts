import { decideCertificate } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../shell/context.ts';
import { settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { enterCertificate } from '../access.ts';
import { revoked } from '../letters.ts';
import * as store from '../store.ts';
import { factsOf } from '../view.ts';

/**
 * Takes a document back (X2): it stays in the register and its number is never given again; whoever checks it sees that
 * it was revoked, its holder gets a letter with the reason. Revoked twice, the first reason stands.
 */
export async function revokeCertificate(ctx: Ctx, id: string, reason: string): Promise<store.CertificateRow> {
	return ctx.db.transaction(async (tx) => {
		const { certificate, enrolment, holder } = await enterCertificate(tx, ctx.actor, id);
		if (certificate.revokedAt) return certificate;
		settle(decideCertificate(factsOf(certificate), 'revoke'));

		await store.markRevoked(tx, id, ctx.now(), reason);
		const { cohortId } = enrolment;
		await record(tx, ctx, 'certificate.revoked', { id, cohortId }, { number: certificate.number, reason });
		await post(tx, revoked(holder, certificate.snapshot, reason), ctx.now());
		return { ...certificate, revokedAt: ctx.now(), revokedReason: reason };
	});
}
