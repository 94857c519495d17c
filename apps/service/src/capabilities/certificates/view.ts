import type {
	Certificate,
	CheckedCertificate,
	DocumentLaw,
	RegisteredDocument
} from '@stazhirovka/contract/certificates';
import {
	certificateStatus,
	fullName,
	shortName,
	type CertificateFacts
} from '@stazhirovka/domain/certificates';
import type { CompletionDocument } from './document.ts';
import type { CertificateRow } from './store.ts';

export function toCertificate({
	id,
	number,
	snapshot,
	issuedOn,
	sha256,
	token
}: CertificateRow): Certificate {
	return {
		id,
		number,
		title: snapshot.documentTitle,
		issuedOn,
		sha256,
		grounds: snapshot.grounds ?? null,
		checkPath: `/v/${token}`,
		pdfPath: `/api/certificates/${id}/pdf`,
		badgePath: `/api/certificates/${id}/badge`
	};
}

/** Why this kind and not an удостоверение, with the act that says so (X1). */
export function toLaw({ kind, because, warnings }: CompletionDocument): DocumentLaw {
	const { act = null, from = null, until = null, least = null } = because?.details ?? {};
	return { kind, because: because && { code: because.code, act, from, until, least }, warnings };
}

export function toRegistered(row: CertificateRow): RegisteredDocument {
	const { id, number, issuedOn, revokedAt, revokedReason, replacesAs, replacesReason } = row;
	return {
		...{ id, number, issuedOn },
		status: certificateStatus(factsOf(row)),
		as: replacesAs,
		because: replacesReason,
		revoked: revokedAt && { at: revokedAt.toISOString(), reason: revokedReason ?? '' },
		pdfPath: `/api/certificates/${id}/pdf`
	};
}

export function factsOf({ revokedAt, later }: CertificateRow): CertificateFacts {
	return { isRevoked: revokedAt !== null, isReplaced: later !== null };
}

/** The one in force; there is at most one, for only the last of a chain can be. */
export function standing(rows: readonly CertificateRow[]): CertificateRow | undefined {
	return rows.find((row) => certificateStatus(factsOf(row)) === 'valid');
}

/** What a stranger may know (X3): the name is masked unless the number and the surname were both given. */
export function toChecked(
	row: CertificateRow,
	{ whole }: { whole: boolean }
): Omit<CheckedCertificate, 'signatures'> {
	const { snapshot, number, issuedOn, sha256, revokedAt, later } = row;
	return {
		status: certificateStatus(factsOf(row)),
		kind: snapshot.documentTitle,
		number,
		issuedOn,
		programme: snapshot.programmeTitle,
		hours: snapshot.hours,
		issuer: snapshot.issuerTitle,
		holder: whole ? fullName(snapshot) : shortName(snapshot),
		sha256,
		revokedAt: revokedAt?.toISOString() ?? null,
		duplicateOf: snapshot.duplicateOf?.number ?? null,
		replacedBy: later && { number: later.number, issuedOn: later.issuedOn, as: later.as ?? 'correction' }
	};
}
