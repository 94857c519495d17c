import type { FileInfo } from '@stazhirovka/contract/files';
import type { FastifyReply } from 'fastify';
import { disposition } from './name.ts';
import { openKept } from './vault.ts';

/** A file that somebody may have, with the name of its bytes in the vault. */
export type KeptFile = FileInfo & { sha256: string };

/** A download never runs: it is an attachment, its type is not guessed, and nothing in it may load or execute. */
const INERT = {
	'content-security-policy': "sandbox; default-src 'none'",
	'x-content-type-options': 'nosniff'
};

/** Gives the bytes back; whether this reader may have them was asked before. */
export async function sendFile(reply: FastifyReply, filesDir: string, file: KeptFile): Promise<FastifyReply> {
	const bytes = (await openKept(filesDir, file.sha256)).createReadStream();
	return reply.headers({ ...INERT, ...described(file) }).send(bytes);
}

/** The same for bytes that lie in the database. */
export function sendBytes(
	reply: FastifyReply,
	file: { name: string; mime: string; bytes: Buffer }
): FastifyReply {
	const { bytes } = file;
	return reply.headers({ ...INERT, ...described({ ...file, size: bytes.length }) }).send(bytes);
}

function described({ name, mime, size }: Omit<FileInfo, 'id'>) {
	return { 'content-type': mime, 'content-length': size, 'content-disposition': disposition(name) };
}
