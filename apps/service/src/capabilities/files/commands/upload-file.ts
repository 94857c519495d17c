import type { FileInfo, FilePlace } from '@stazhirovka/contract/files';
import type { Tx } from '@stazhirovka/db';
import type { Readable } from 'node:stream';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { mayBeUploaded, recognise } from '../kinds.ts';
import { cleanName, extensionOf } from '../name.ts';
import * as store from '../store.ts';
import { discard, keep, receive, type Received } from '../vault.ts';

export type Upload = { name: string; content: Readable; isCut(): boolean };
/** What else is stored with the row of the file, in the same transaction. */
type Along = (tx: Tx, file: FileInfo) => Promise<void>;

const PER_HOUR = 200;
const HOUR = 3_600_000;
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);

/** Keeps one file whose place was already entered. Refused uploads leave neither a row nor bytes. */
export async function uploadFile(
	ctx: Ctx,
	upload: Upload,
	place: FilePlace,
	along: Along = async () => undefined
): Promise<FileInfo> {
	const name = nameFor(upload.name);
	await allowAnother(ctx, store.countSince);
	const received = await receive(ctx.filesDir, upload.content).catch(refuse);
	try {
		const mime = await accepted(received, extensionOf(name), upload.isCut());
		await keep(ctx.filesDir, received);
		const { size, sha256 } = received;
		return await stored(ctx, { ...place, name, mime, size, sha256 }, along);
	} finally {
		await discard(received);
	}
}

/** The name under which a file will be kept; its kind must be one of those that are taken. */
export function nameFor(given: string): string {
	const name = cleanName(given);
	if (!mayBeUploaded(extensionOf(name))) fail('wrongKind', 'file.kind_not_allowed');
	return name;
}

/** So many an hour and no more. */
export async function allowAnother(
	{ db, actor, now }: Ctx,
	count: (db: Ctx['db'], ownerId: string, since: Date) => Promise<number>
): Promise<void> {
	const since = new Date(now().getTime() - HOUR);
	if ((await count(db, actor.personId, since)) >= PER_HOUR) fail('tooMany', 'file.too_many');
}

async function accepted(received: Received, extension: string, cut: boolean): Promise<string> {
	if (cut) fail('tooLarge', 'file.too_large');
	if (received.size === 0) fail('faulty', 'file.empty');
	return (await recognise(received.path, extension)) ?? fail('wrongKind', 'file.kind_not_allowed');
}

/** The row comes after the bytes: a row never points at nothing. */
function stored(
	ctx: Ctx,
	facts: FilePlace & { name: string; mime: string; size: number; sha256: string },
	along: Along
) {
	return ctx.db.transaction(async (tx) => {
		const file = await store.insertFile(tx, { ...facts, ownerId: ctx.actor.personId, createdAt: ctx.now() });
		await record(tx, ctx, 'file.uploaded', { id: file.id }, { size: facts.size, sha256: facts.sha256 });
		await along(tx, file);
		return file;
	});
}

export function isDiskFull(error: unknown): boolean {
	return NO_SPACE.has((error as NodeJS.ErrnoException).code ?? '');
}

function refuse(error: unknown): never {
	if (isDiskFull(error)) fail('full', 'file.no_space');
	return fail('bad', 'file.interrupted');
}
