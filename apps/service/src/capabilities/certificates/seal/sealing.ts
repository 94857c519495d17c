import type { CertificateSnapshot, Seal } from '@stazhirovka/db/schema';
import { fullName } from '@stazhirovka/domain/certificates';
import canonicalize from 'canonicalize';
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

export type SealKey = { id: string; privateKey: KeyObject };

/** Raised when the words of a seal change their meaning, so that older ones are still read as they were meant. */
const VERSION = 1;

/** What the document says, signed over its canonical JSON (RFC 8785) by Ed25519 (RFC 8032). */
export function seal({ id, privateKey }: SealKey, code: string, snapshot: CertificateSnapshot): Seal {
	const words = {
		version: VERSION,
		code,
		number: snapshot.number,
		holder: fullName(snapshot),
		programme: snapshot.programmeTitle,
		hours: snapshot.hours,
		from: snapshot.periodFrom,
		to: snapshot.periodTo,
		issuer: snapshot.issuerTitle,
		issuedOn: snapshot.issuedOn,
		keyId: id
	};
	return { words, signature: sign(null, bytesOf(words), privateKey).toString('base64url') };
}

/** Whether the key said exactly these words. `publicKey`: 32 bytes in base64url. */
export function isGenuine({ words, signature }: Seal, publicKey: string): boolean {
	const bytes = Buffer.from(signature, 'base64url');
	// The last letter has bits that mean nothing: of all spellings of a signature one is genuine.
	if (bytes.toString('base64url') !== signature) return false;
	const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
	return verify(null, bytesOf(words), key, bytes);
}

function bytesOf(words: Seal['words']): Buffer {
	return Buffer.from(canonicalize(words) ?? '');
}
