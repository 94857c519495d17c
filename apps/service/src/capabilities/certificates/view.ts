import type { Certificate, CheckedCertificate } from '@stazhirovka/contract/certificates';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
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
		pdfPath: `/api/certificates/${id}/pdf`
	};
}

/** What a stranger may know (X3): the name is masked unless the number and the surname were both given. */
export function toChecked(row: CertificateRow, { whole }: { whole: boolean }): CheckedCertificate {
	const { snapshot, number, issuedOn, sha256, revokedAt } = row;
	return {
		status: revokedAt ? 'revoked' : 'valid',
		kind: snapshot.documentTitle,
		number,
		issuedOn,
		programme: snapshot.programmeTitle,
		hours: snapshot.hours,
		issuer: snapshot.issuerTitle,
		holder: whole ? fullName(snapshot) : shortName(snapshot),
		sha256,
		revokedAt: revokedAt?.toISOString() ?? null
	};
}
