import { ok, refuse, type Result } from '../result.ts';

/** What the register says of a document (X2): a later one takes its place, or it is taken back. */
export type CertificateStatus = 'valid' | 'revoked' | 'replaced';

/** Why a duplicate is issued: the three columns that the federal register has for it. */
export const DUPLICATE_CAUSES = ['loss', 'exchange', 'destruction'] as const;
export type DuplicateCause = (typeof DUPLICATE_CAUSES)[number];

/** How a document takes the place of another: the same words once more, or the words as they should have been. */
export type Succession = 'duplicate' | 'correction';
export type CertificateAction = 'revoke' | Succession;

export type CertificateFacts = { isRevoked: boolean; isReplaced: boolean };
export type SuccessionRefusal = { code: 'certificate.revoked' | 'certificate.replaced' };

export function certificateStatus({ isRevoked, isReplaced }: CertificateFacts): CertificateStatus {
	if (isReplaced) return 'replaced';
	return isRevoked ? 'revoked' : 'valid';
}

/**
 * What may be done to a document of the register. Only the last of a chain: what was replaced stays as it is for ever.
 * A revoked one has no duplicate, for there is nothing to be the same as; a corrected one may follow it.
 */
export function decideCertificate(
	facts: CertificateFacts,
	action: CertificateAction
): Result<CertificateAction, SuccessionRefusal> {
	const status = certificateStatus(facts);
	if (status === 'replaced') return refuse({ code: 'certificate.replaced' });
	if (status === 'revoked' && action !== 'correction') return refuse({ code: 'certificate.revoked' });
	return ok(action);
}

export function possibleActions(facts: CertificateFacts): CertificateAction[] {
	const all: CertificateAction[] = ['revoke', 'duplicate', 'correction'];
	return all.filter((action) => decideCertificate(facts, action).ok);
}
