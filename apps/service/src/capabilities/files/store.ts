import type { FileInfo } from '@stazhirovka/contract/files';
import type { Database, Tx } from '@stazhirovka/db';
import { files } from '@stazhirovka/db/schema';
import { missing } from '../../shell/errors.ts';
import { and, count, eq, gt, inArray } from 'drizzle-orm';

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
