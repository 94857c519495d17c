/** First and last byte, both included. */
export type Range = { start: number; end: number };

const ONE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** What the header `Range` asks of so many bytes (RFC 9110, 14): one range; several, or none that is understood, are all. */
export function rangeOf(header: string | undefined, size: number): Range | 'all' | 'outside' {
	const [, first, last] = ONE.exec(header ?? '') ?? [];
	if (first === undefined || last === undefined || (first === '' && last === '')) return 'all';

	if (first === '') {
		const length = Math.min(Number(last), size);
		return length === 0 ? 'outside' : { start: size - length, end: size - 1 };
	}
	const start = Number(first);
	const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
	if (last !== '' && Number(last) < start) return 'all';
	return start >= size ? 'outside' : { start, end };
}
