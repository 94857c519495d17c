import type { ScanPage } from '@stazhirovka/contract/sites';
import type { Database, Tx } from '@stazhirovka/db';
import type { Deps } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { filesByIds, type KeptFile } from '../../files/index.ts';
import { isPublicPage, standingScans } from './scan-store.ts';

export type Scan = { id: string; isPublic: boolean; pages: ScanPage[] };
/** Scans by their acts; an act without one is not among them. */
export type Scans = ReadonlyMap<string, Scan>;

/** The scans that these acts have, with the names of their pages. */
export async function scansOf(db: Database | Tx, actIds: string[]): Promise<Scans> {
	const rows = await standingScans(db, actIds);
	const pages = await pagesOf(db, rows);
	return new Map(rows.map(({ actId, ...scan }) => [actId, { ...scan, pages: pages(scan.pages) }]));
}

/** Those of them that anybody may open. */
export async function publicScans(db: Database | Tx, actIds: string[]): Promise<Scans> {
	return new Map([...(await scansOf(db, actIds))].filter(([, { isPublic }]) => isPublic));
}

/** Turns ids of pages into what is told of them, in their order. */
export async function pagesOf(
	db: Database | Tx,
	scans: { pages: string[] }[]
): Promise<(ids: string[]) => ScanPage[]> {
	const files = await filesByIds(
		db,
		scans.flatMap(({ pages }) => pages)
	);
	const known = new Map(files.map(({ sha256: _, ...file }) => [file.id, file]));
	return (ids) => ids.flatMap((id) => known.get(id) ?? []);
}

/** A page of a scan that is open to everybody; for any other file there is none. */
export async function publicPage({ db }: Pick<Deps, 'db'>, id: string): Promise<KeptFile> {
	if (!(await isPublicPage(db, id))) return missing('file');
	const [file] = await filesByIds(db, [id]);
	return file ?? missing('file');
}
