import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits for a private address. */
export function newToken(): string {
	return randomBytes(24).toString('base64url');
}

/** What is kept of a token: a stolen table opens nothing. */
export function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
