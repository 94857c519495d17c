import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Ctx } from '../../../shell/context.ts';
import { fullName } from '@stazhirovka/domain/certificates';
import { missing } from '../../../shell/errors.ts';
import * as queries from './queries.ts';
import { enterBatch } from './reading.ts';

/**
 * All documents of a batch as they were issued, in one ZIP for the printer. Streamed: only the document that is being
 * written lies in memory, and where one cannot be read the download breaks off. A PDF is compressed already.
 */
export async function archiveOf(
	{ db, actor, now }: Ctx,
	id: string
): Promise<{ name: string; archive: Readable }> {
	const { cohort } = await enterBatch({ db, actor }, id);
	const entries = await queries.entryRows(db, id);
	const zip = new ZipFile();
	const archive = zip.outputStream as Readable;
	zip.on('error', (error: Error) => archive.destroy(error));
	for (const { certificate, words } of entries) {
		if (!certificate) continue;
		const path = `${certificate.number} ${fullName(words)}.pdf`;
		zip.addReadStreamLazy(path, { compress: false, mtime: now() }, (take) => {
			queries
				.pdfOf(db, certificate.id)
				.then((pdf) => Readable.from([pdf ?? missing('certificate')]))
				.then(
					(bytes) => take(null, bytes),
					(error: unknown) => take(error, Readable.from([]))
				);
		});
	}
	zip.end();
	return { name: `Документы, ${cohort.cohortTitle}.zip`, archive };
}
