import type { FileInfo, FilePlace } from '@stazhirovka/contract/files';
import type { Readable } from 'node:stream';
import type { Ctx, Deps } from '../../../shell/context.ts';
import { AppError, conflict, fail, missing } from '../../../shell/errors.ts';
import { LARGEST_FILE } from '../kinds.ts';
import { addToPart, beginPart, dropPart, readPart, sizeOfPart, TooMuch } from '../parts.ts';
import { filesByIds } from '../store.ts';
import * as store from '../uploads-store.ts';
import { ABANDONED_MILLISECONDS, sweep } from '../vault.ts';
import { allowAnother, isDiskFull, nameFor, uploadFile } from './upload-file.ts';

type Announced = { name: string; size: number; place: FilePlace };
type Standing = { upload: store.UploadRow; offset: number };

/** Everything that can be refused without the bytes is refused here; the place was entered. Answers with the id. */
export async function beginUpload(ctx: Ctx, { name, size, place }: Announced): Promise<string> {
	const kept = nameFor(name);
	if (size === 0) fail('faulty', 'file.empty');
	if (size > LARGEST_FILE) fail('tooLarge', 'file.too_large');
	await allowAnother(ctx, store.countBegun);

	const id = await beginPart(ctx.filesDir).catch((error: unknown) => noSpace(error));
	const [ownerId, at] = [ctx.actor.personId, ctx.now()];
	await store.insertUpload(ctx.db, { id, ownerId, place, name: kept, size, createdAt: at, touchedAt: at });
	return id;
}

/** How far the person's own upload has come. Anything else is answered like an upload that never was. */
export async function standingOf({ db, actor, filesDir }: Ctx, id: string): Promise<Standing> {
	const upload = (await store.findUpload(db, actor.personId, id)) ?? missing('upload');
	const offset = upload.fileId ? upload.size : await sizeOfPart(filesDir, id);
	return { upload, offset: offset ?? missing('upload') };
}

/** Answers with the place up to which bytes have come. */
export async function continueUpload(
	ctx: Ctx,
	id: string,
	{ offset: from, content }: { offset: number; content: Readable }
): Promise<number> {
	const { upload, offset } = await standingOf(ctx, id);
	if (upload.fileId || from !== offset) conflict('upload', { offset });
	await store.touch(ctx.db, id, ctx.now());

	await addToPart(ctx.filesDir, id, { from, to: upload.size, content }).catch(async (error: unknown) => {
		if (error instanceof TooMuch || isDiskFull(error)) await drop(ctx, id);
		if (error instanceof TooMuch) fail('tooLarge', 'file.too_large');
		return noSpace(error);
	});
	return (await sizeOfPart(ctx.filesDir, id)) ?? missing('upload');
}

export async function cancelUpload(ctx: Ctx, id: string): Promise<void> {
	await standingOf(ctx, id);
	await drop(ctx, id);
}

/**
 * Makes the file, as if its bytes had just come: they are copied, looked at and kept, so nothing that is still being
 * written to the part can change them. What is refused is gone. Asked again, the same file is answered.
 */
export async function completeUpload(ctx: Ctx, id: string): Promise<FileInfo> {
	const { upload, offset } = await standingOf(ctx, id);
	if (upload.fileId) return fileOf(ctx, upload.fileId);
	if (offset < upload.size) conflict('upload', { offset });
	try {
		const file = await made(ctx, upload);
		await dropPart(ctx.filesDir, id);
		return file;
	} catch (error) {
		const fileId = (await store.findUpload(ctx.db, ctx.actor.personId, id))?.fileId;
		if (fileId) return fileOf(ctx, fileId);
		if (error instanceof AppError && error.status !== 429) await drop(ctx, id);
		throw error;
	}
}

/** Removes what nobody has gone on with for a day. Doing it twice is doing it once. */
export async function tidyUploads({
	db,
	filesDir,
	now
}: Pick<Deps, 'db' | 'filesDir' | 'now'>): Promise<void> {
	const left = await store.removeLeft(db, new Date(now().getTime() - ABANDONED_MILLISECONDS));
	await Promise.all(left.map((id) => dropPart(filesDir, id)));
	await sweep(filesDir, now());
}

function made(ctx: Ctx, { id, name, place }: store.UploadRow): Promise<FileInfo> {
	const whole = { name, content: readPart(ctx.filesDir, id), isCut: () => false };
	return uploadFile(ctx, whole, place, async (tx, file) => {
		if (!(await store.becomes(tx, id, file.id))) conflict('upload');
	});
}

async function fileOf({ db }: Ctx, fileId: string): Promise<FileInfo> {
	const [file] = await filesByIds(db, [fileId]);
	const { id, name, size, mime } = file ?? missing('file');
	return { id, name, size, mime };
}

async function drop({ db, filesDir }: Ctx, id: string): Promise<void> {
	await store.removeUpload(db, id);
	await dropPart(filesDir, id);
}

function noSpace(error: unknown): never {
	return isDiskFull(error) ? fail('full', 'file.no_space') : fail('bad', 'file.interrupted');
}
