import type { FileInfo } from '@stazhirovka/contract/files';
import type { Database, Tx } from '@stazhirovka/db';
import { files } from '@stazhirovka/db/schema';
import { missing } from '../../shell/errors.ts';
import { and, count, eq, gt, inArray, isNull, or } from 'drizzle-orm';

type Queryable = Database | Tx;

const infoColumns = { id: files.id, name: files.name, size: files.size, mime: files.mime };

export async function insertFile(tx: Tx, values: typeof files.$inferInsert): Promise<FileInfo> {
	const [row] = await tx.insert(files).values(values).returning(infoColumns);
	return row ?? missing('file');
}

export async function countSince(db: Queryable, ownerId: string, since: Date): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(files)
		.where(and(eq(files.ownerId, ownerId), gt(files.createdAt, since)));
	return row?.n ?? 0;
}

/** Of these ids, the person's own uploads to the room. */
export async function ownRoomFiles(
	db: Queryable,
	{ ownerId, roomId, ids }: { ownerId: string; roomId: string; ids: string[] }
): Promise<ReadonlyMap<string, FileInfo>> {
	const rows = await db
		.select(infoColumns)
		.from(files)
		.where(and(eq(files.ownerId, ownerId), eq(files.roomId, roomId), inArray(files.id, ids)));
	return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Hangs files on an act: those of the person that belong nowhere yet, and those that hang on it already. Answers with
 * what hangs there now; a file that is not among the answers may not hang there.
 */
export function hangOnAct(
	tx: Tx,
	{ ids, ownerId, actId }: { ids: string[]; ownerId: string; actId: string }
): Promise<FileInfo[]> {
	const { enrolmentId, roomId, applicationId, siteId } = files;
	const nowhere = [enrolmentId, roomId, files.actId, applicationId, siteId].map(isNull);
	const free = and(eq(files.ownerId, ownerId), ...nowhere);
	return tx
		.update(files)
		.set({ actId })
		.where(and(inArray(files.id, ids), or(eq(files.actId, actId), free)))
		.returning(infoColumns);
}

/** Files by ids, with their bytes' names; whoever asks has judged who may have them. */
export function filesByIds(db: Queryable, ids: string[]) {
	return db
		.select({ ...infoColumns, sha256: files.sha256 })
		.from(files)
		.where(inArray(files.id, ids));
}
