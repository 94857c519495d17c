/**
 * A value as the register takes it: single spaces and none at the edges, a plain hyphen without spaces or repetition
 * at the edges, plain quotes. Done twice it is done once.
 */
export function mended(value: string): string {
	return value
		.normalize('NFC')
		.replace(/[«»„“”]/g, '"')
		.replace(/[‐‑‒–—−]/g, '-')
		.replace(/[\s\u00a0\u200b\u202f]+/g, ' ')
		.replace(/-{2,}/g, '-')
		.replace(/^[\s-]+|[\s-]+$/g, '');
}
