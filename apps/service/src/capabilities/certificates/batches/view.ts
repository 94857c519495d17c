import type { Batch, BatchSummary, BatchWords } from '@stazhirovka/contract/certificate-batches';
import type { CertificateWords } from '@stazhirovka/db/schema';
import { decideBatch, fullName } from '@stazhirovka/domain/certificates';
import { toPerson } from '../../cohorts/index.ts';
import type { Approver, EntryRow, SummaryRow } from './queries.ts';

export function toSummary(row: SummaryRow): BatchSummary {
	const { id, state, preparedBy, preparedAt, finishedAt, total, issued, failed } = row;
	return {
		id,
		state: state === 'approved' ? (finishedAt ? 'done' : 'printing') : state,
		preparedBy: toPerson(preparedBy),
		preparedAt: preparedAt.toISOString(),
		...{ total, issued, failed }
	};
}

export function toBatch(row: SummaryRow, entries: EntryRow[], approvers: Approver[], reader: string): Batch {
	const { cohortId, decidedBy, decidedAt, reason, failed, issued } = row;
	return {
		...toSummary(row),
		cohortId,
		decidedBy: decidedBy && toPerson(decidedBy),
		decidedAt: decidedAt?.toISOString() ?? null,
		reason,
		approvers: approvers.map(toPerson),
		entries: entries.map(toEntry),
		zipPath: issued > 0 ? `/api/certificate-batches/${row.id}/documents.zip` : null,
		can: {
			decide: decideBatch({ state: row.state, preparedBy: row.preparedBy.id }, reader).ok,
			retry: failed > 0 && row.finishedAt !== null
		}
	};
}

function toEntry({ enrolmentId, words, certificate, failure, failureDetails }: EntryRow) {
	return {
		enrolmentId,
		words: toWords(words),
		certificate: certificate && {
			number: certificate.number,
			pdfPath: `/api/certificates/${certificate.id}/pdf`,
			checkPath: `/v/${certificate.token}`
		},
		failure: failure === null ? null : { code: failure, details: failureDetails ?? {} }
	};
}

function toWords(words: CertificateWords): BatchWords {
	const { documentTitle, programmeTitle, hours, periodFrom, periodTo, signer, grounds = null } = words;
	return {
		...{ documentTitle, hours, signer, grounds },
		holder: fullName(words),
		programme: programmeTitle,
		from: periodFrom,
		to: periodTo,
		organisation: words.organisationTitle,
		issuer: words.issuerTitle
	};
}
