import type { FileInfo } from '@stazhirovka/contract/files';
import type { Readable } from 'node:stream';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { mayBeUploaded, recognise } from '../kinds.ts';
import { cleanName, extensionOf } from '../name.ts';
import * as store from '../store.ts';
import { discard, keep, receive, type Received } from '../vault.ts';

export type Upload = { name: string; content: Readable; isCut(): boolean };
export type Place = Partial<Record<'enrolmentId' | 'roomId' | 'actId' | 'applicationId' | 'siteId', string>>;

const PER_HOUR = 200;
const HOUR = 3_600_000;
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);

/** Keeps one file whose place was already entered. Refused uploads leave neither a row nor bytes. */
export async function uploadFile(ctx: Ctx, upload: Upload, place: Place): Promise<FileInfo> {
	const name = cleanName(upload.name);
	const extension = extensionOf(name);
	if (!mayBeUploaded(extension)) fail('wrongKind', 'file.kind_not_allowed');
	const since = new Date(ctx.now().getTime() - HOUR);
	if ((await store.countSince(ctx.db, ctx.actor.personId, since)) >= PER_HOUR)
		fail('tooMany', 'file.too_many');

	const received = await receive(ctx.filesDir, upload.content).catch(refuse);
	try {
		const mime = await accepted(received, extension, upload.isCut());
		await keep(ctx.filesDir, received);
		const { size, sha256 } = received;
		return await stored(ctx, { ...place, name, mime, size, sha256 });
	} finally {
		await discard(received);
	}
}

async function accepted(received: Received, extension: string, cut: boolean): Promise<string> {
	if (cut) fail('tooLarge', 'file.too_large');
	if (received.size === 0) fail('faulty', 'file.empty');
	return (await recognise(received.path, extension)) ?? fail('wrongKind', 'file.kind_not_allowed');
}

/** The row comes after the bytes: a row never points at nothing. */
function stored(ctx: Ctx, facts: Place & { name: string; mime: string; size: number; sha256: string }) {
	return ctx.db.transaction(async (tx) => {
		const file = await store.insertFile(tx, { ...facts, ownerId: ctx.actor.personId, createdAt: ctx.now() });
		await record(tx, ctx, 'file.uploaded', { id: file.id }, { size: facts.size, sha256: facts.sha256 });
		return file;
	});
}

function refuse(error: NodeJS.ErrnoException): never {
	if (NO_SPACE.has(error.code ?? '')) fail('full', 'file.no_space');
	return fail('bad', 'file.interrupted');
}
