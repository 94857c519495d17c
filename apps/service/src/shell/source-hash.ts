import { createHash } from 'node:crypto';

/** SHA-256 of an imported document: the same file twice is the same version. */
export function sourceHashOf(document: unknown): string {
	return createHash('sha256').update(JSON.stringify(document)).digest('hex');
}
