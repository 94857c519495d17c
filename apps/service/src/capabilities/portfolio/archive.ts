import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Ctx } from '../../shell/context.ts';
import { openKept } from '../files/index.ts';
import type { Entry } from './part.ts';
import { pdfOf } from './queries.ts';

/** One archive, sent while it is made: files are opened one after the other, when their turn comes. */
export function archive(
	{ db, filesDir, now }: Pick<Ctx, 'db' | 'filesDir' | 'now'>,
	entries: Entry[]
): Readable {
	const zip = new ZipFile();
	const out = zip.outputStream as Readable;
	zip.on('error', (error: Error) => out.destroy(error));

	async function fill(): Promise<void> {
		for (const entry of distinct(entries)) {
			const { path } = entry;
			if ('bytes' in entry) zip.addBuffer(entry.bytes, path, { mtime: now() });
			else if ('certificate' in entry)
				zip.addBuffer((await pdfOf(db, entry.certificate)) ?? Buffer.alloc(0), path, { mtime: now() });
			else
				zip.addReadStreamLazy(path, { size: entry.file.size, mtime: now() }, (give) => {
					openKept(filesDir, entry.file.sha256).then(
						(handle) => give(null, handle.createReadStream()),
						(error: unknown) => give(error, out)
					);
				});
		}
		zip.end();
	}
	fill().catch((error: Error) => out.destroy(error));
	return out;
}

/** Of two entries at one path the first stays: an archive must not have both. */
function distinct(entries: Entry[]): Entry[] {
	return [...new Map(entries.toReversed().map((entry) => [entry.path, entry])).values()].toReversed();
}
