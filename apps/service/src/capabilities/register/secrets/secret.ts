import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Key } from './keys.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** «key.bytes»: nonce, tag and text under AES-256-GCM. `owner` is sealed in, so that no row can be given another's. */
export function hide(key: Key, owner: string, text: string): string {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(
		Buffer.from(owner)
	);
	const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return `${key.id}.${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')}`;
}

export function keyOf(hidden: string): string {
	return hidden.split('.')[0] ?? '';
}

/** Null when another key, another owner or a changed byte stands behind it. */
export function reveal(key: Key, owner: string, hidden: string): string | null {
	const bytes = Buffer.from(hidden.split('.')[1] ?? '', 'base64url');
	const nonce = bytes.subarray(0, NONCE_BYTES);
	const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
	try {
		const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES });
		decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
		const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
		return Buffer.concat([text, decipher.final()]).toString('utf8');
	} catch {
		return null;
	}
}

/** Tells equal texts by equal marks; without the key there are too few СНИЛС to hide one behind a hash (X6). */
export function mark(key: Key, text: string): string {
	return createHmac('sha256', key.bytes).update(text).digest('base64url');
}
