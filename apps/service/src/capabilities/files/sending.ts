import type { FileInfo } from '@stazhirovka/contract/files';
import type { FastifyReply } from 'fastify';
import { disposition } from './name.ts';
import { rangeOf } from './range.ts';
import { openKept } from './vault.ts';

/** A file that somebody may have, with the name of its bytes in the vault. */
export type KeptFile = FileInfo & { sha256: string };

/** Kinds that browsers show and nothing runs in; the kind of a file is that of its content, found when it came. */
const SHOWN: ReadonlySet<string> = new Set([
	'application/pdf',
	'image/png',
	'image/jpeg',
	'video/mp4',
	'text/vtt'
]);

/** A download never runs: it is an attachment, its type is not guessed, and nothing in it may load or execute. */
const INERT = {
	'content-security-policy': "sandbox; default-src 'none'",
	'x-content-type-options': 'nosniff'
};

/** A viewer of PDF does not start in a sandbox: a PDF is shown by its type alone, and nothing else may load or frame it. */
const SHOWN_PDF = { ...INERT, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

/**
 * Gives the bytes back; whether this reader may have them was asked before. `view`: to be looked at, where it can be.
 * `range`: what a player asks for to begin in the middle; anything but one plain range is answered with the whole file.
 */
export async function sendFile(
	reply: FastifyReply,
	filesDir: string,
	file: KeptFile,
	{ view = false, range }: { view?: boolean; range?: string } = {}
): Promise<FastifyReply> {
	reply.headers(view && SHOWN.has(file.mime) ? shown(file) : asDownload(file));
	reply.header('accept-ranges', 'bytes');
	const asked = view ? rangeOf(range, file.size) : 'all';
	if (asked === 'outside') {
		return reply
			.code(416)
			.headers({ 'content-range': `bytes */${file.size}`, 'content-length': 0 })
			.send();
	}
	const kept = await openKept(filesDir, file.sha256);
	if (asked === 'all') return reply.send(kept.createReadStream());

	const { start, end } = asked;
	const about = { 'content-range': `bytes ${start}-${end}/${file.size}`, 'content-length': end - start + 1 };
	return reply.code(206).headers(about).send(kept.createReadStream({ start, end }));
}

/** A drawing of a picture, shown in a page; whoever has this very one is told so without its bytes. */
export function sendPreview(
	reply: FastifyReply,
	{ sha256, name }: KeptFile,
	{ bytes, known }: { bytes: Buffer; known: string | undefined }
): FastifyReply {
	const etag = `"${sha256}"`;
	reply.headers({ ...INERT, etag });
	if (known === etag) return reply.code(304).send();
	const about = { mime: 'image/webp', size: bytes.length };
	return reply
		.headers({ ...described({ ...about, name }), 'content-disposition': disposition(name, 'inline') })
		.send(bytes);
}

/** A download of bytes that lie in the database. */
export function sendBytes(
	reply: FastifyReply,
	file: { name: string; mime: string; bytes: Buffer }
): FastifyReply {
	const { bytes } = file;
	return reply.headers(asDownload({ ...file, size: bytes.length })).send(bytes);
}

function asDownload(file: Omit<FileInfo, 'id'>) {
	return { ...INERT, ...described(file), 'content-disposition': disposition(file.name) };
}

function shown(file: Omit<FileInfo, 'id'>) {
	const safe = file.mime === 'application/pdf' ? SHOWN_PDF : INERT;
	return { ...safe, ...described(file), 'content-disposition': disposition(file.name, 'inline') };
}

function described({ mime, size }: Omit<FileInfo, 'id'>) {
	return { 'content-type': mime, 'content-length': size };
}
