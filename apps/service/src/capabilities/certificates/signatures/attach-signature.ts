import type { DocumentSignature } from '@stazhirovka/contract/documents';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { detached, type GivenSignature } from '../../documents/index.ts';
import { enterCertificate } from '../access.ts';
import { insertSignature, signaturesOf } from './store.ts';
import { toSignature } from './view.ts';

/** Keeps a signature of the issued bytes that was made elsewhere (X16). The same file again changes nothing. */
export async function attachCertificateSignature(
	ctx: Ctx,
	id: string,
	given: GivenSignature
): Promise<DocumentSignature[]> {
	return ctx.db.transaction(async (tx) => {
		const { certificate, enrolment } = await enterCertificate(tx, ctx.actor, id);
		const { kept, signed } = detached(given);
		const number = await insertSignature(tx, {
			certificateId: id,
			...kept,
			digestFound: signed(certificate.sha256),
			attachedBy: ctx.actor.personId,
			attachedAt: ctx.now()
		});
		if (number !== null) {
			const { sha256, signer } = kept;
			const { cohortId } = enrolment;
			await record(tx, ctx, 'certificate.signature_attached', { id, cohortId }, { number, sha256, signer });
		}
		return (await signaturesOf(tx, [id])).map(toSignature);
	});
}
