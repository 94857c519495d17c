import type { DocumentSignature } from '@stazhirovka/contract/documents';
import type { SignatureRow } from './store.ts';

/** The file is called after the document: whoever attached it may have written a name into its own. */
export const fileNameOf = (registered: string, number: number) => `${registered} (${number}).sig`;

export function toSignature(row: SignatureRow): DocumentSignature {
	const { number, registered, token, signer, sha256, digestFound, attachedAt } = row;
	return {
		...{ number, signer, sha256, digestFound },
		name: fileNameOf(registered, number),
		attachedAt: attachedAt.toISOString(),
		path: `/api/certificate-checks/${token}/signatures/${number}`
	};
}
