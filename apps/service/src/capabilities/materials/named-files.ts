import type { Finding } from '@stazhirovka/contract/finding';
import type { Database, Tx } from '@stazhirovka/db';
import { isBankFile } from '@stazhirovka/domain/materials';
import { readable } from '@stazhirovka/domain/programmes/designing';
import { keptFiles } from './store.ts';

type Named = { place: string; file: string | null | undefined };

/** Files that a programme names by id and no bank has: nobody could open them. The document may be unfinished. */
export async function unknownFiles(db: Database | Tx, document: object): Promise<Finding[]> {
	const { materials, videos = [] } = readable(document);
	const named: Named[] = [
		...materials.map(({ key, file }) => ({ place: `materials.${key}.file`, file })),
		...videos.flatMap(({ key, file, captions }) => [
			{ place: `videos.${key}.file`, file },
			{ place: `videos.${key}.captions`, file: captions }
		])
	];
	const asked = named.flatMap(({ place, file }) => (file && isBankFile(file) ? [{ place, file }] : []));
	const kept = new Set(
		await keptFiles(
			db,
			asked.map(({ file }) => file)
		)
	);
	return asked
		.filter(({ file }) => !kept.has(file))
		.map(({ place }) => ({ place, code: 'reference.file_unknown', severity: 'error' }));
}
