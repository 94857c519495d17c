import { gzipSync } from 'node:zlib';

/** The least that the recommendation allows, so that nobody is told from others by the list asked for: 16 kB of bits. */
export const BITS_IN_LIST = 131_072;

/** W3C Bitstring Status List: the leftmost bit is index 0; gzip, then multibase base64url. */
export function encodedList(set: readonly number[]): string {
	const bits = Buffer.alloc(BITS_IN_LIST / 8);
	for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
	return `u${gzipSync(bits).toString('base64url')}`;
}
