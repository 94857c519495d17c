import type { IssuedDocument } from '@stazhirovka/contract/documents';
import type { DocumentRow, SignatureRow } from './queries.ts';

export function toDocument(row: DocumentRow, signatures: SignatureRow[], sign: boolean): IssuedDocument {
	const { id, kind, title, number, dated, sha256, order, replaces, replacedBy } = row;
	return {
		...{ id, kind, title, number, dated, sha256, order, replaces, replacedBy },
		issuedAt: row.issuedAt.toISOString(),
		pdfPath: `/api/documents/${id}/file.pdf`,
		wordPath: `/api/documents/${id}/file.docx`,
		signatures: signatures.flatMap((signature) =>
			signature.documentId === id ? [toSignature(signature)] : []
		),
		can: { sign }
	};
}

function toSignature({ documentId, attachedAt, ...signature }: SignatureRow) {
	return {
		...signature,
		attachedAt: attachedAt.toISOString(),
		path: `/api/documents/${documentId}/signatures/${signature.number}`
	};
}
