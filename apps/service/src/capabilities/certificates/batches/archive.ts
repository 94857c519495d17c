import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Ctx } from '../../../shell/context.ts';
import { fullName } from '@stazhirovka/domain/certificates';
import { missing } from '../../../shell/errors.ts';
import * as queries from './queries.ts';
import { enterBatch } from './reading.ts';

/**
 * All documents of a batch as they were issued, in one ZIP for the printer. Streamed: only the document that is being
 * written lies in memory. A PDF is compressed already, so it is stored as it is.
 */
export async function archiveOf({ db, actor }: Ctx, id: string): Promise<Readable> {
	await enterBatch({ db, actor }, id);
	const entries = await queries.entryRows(db, id);
	const zip = new ZipFile();
	for (const { certificate, words } of entries) {
		if (!certificate) continue;
		zip.addReadStreamLazy(`${certificate.number} ${fullName(words)}.pdf`, { compress: false }, (take) => {
			queries.pdfOf(db, certificate.id).then(
				(pdf) => take(null, Readable.from([pdf ?? missing('certificate')])),
				(error: unknown) => take(error, Readable.from([]))
			);
		});
	}
	zip.end();
	return Readable.from(zip.outputStream);
}
