import { isFixedPart } from './parts.ts';
import { same } from './same.ts';

/** `theirs`: only the master changed; `mine`: only the copy; `both`: both, each in its own way. Equal parts are not told. */
export type PartMerge = { part: string; state: 'theirs' | 'mine' | 'both' };

type Parts = Readonly<Record<string, unknown>>;

/**
 * What a newer master and a copy did to the parts of the master that was copied. Parts that say whose programme it is
 * are never merged.
 */
export function mergeParts(base: Parts, mine: Parts, theirs: Parts): PartMerge[] {
	const parts = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
	return parts
		.filter((part) => !isFixedPart(part) && !same(mine[part], theirs[part]))
		.map((part) => ({ part, state: stateOf(base[part], mine[part], theirs[part]) }));
}

function stateOf(base: unknown, mine: unknown, theirs: unknown): PartMerge['state'] {
	if (same(mine, base)) return 'theirs';
	return same(theirs, base) ? 'mine' : 'both';
}
