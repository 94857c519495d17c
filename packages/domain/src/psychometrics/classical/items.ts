import { mean } from '../../peer-marks/centre.ts';
import { columnOf, correlation, totalsOf, variance, type Scores } from './moments.ts';
import { cronbachAlpha } from './reliability.ts';

/** What the answers say of one item. */
export type ItemFigures = {
	mean: number;
	sd: number;
	/** Mean points as a share of the item's maximum: for items of 0 and 1 how many were right. High is easy. */
	difficulty: number;
	/** Correlation with the sum of all other items (`r.drop`); `null` where one of the two does not vary. */
	itemRest: number | null;
	/** Alpha of the test without this item; `null` where that cannot be told. */
	alphaWithout: number | null;
};

/**
 * Classical figures of each item (Lord & Novick 1968, «Statistical theories of mental test scores», ch. 15). `maxima`
 * are the greatest points of each item, one everywhere if not told.
 */
export function itemFigures(scores: Scores, maxima?: readonly number[]): ItemFigures[] {
	const totals = totalsOf(scores);
	return Array.from({ length: scores[0]?.length ?? 0 }, (_, item) => {
		const own = columnOf(scores, item);
		const rest = totals.map((total, person) => total - (own[person] ?? 0));
		return {
			mean: mean(own),
			sd: Math.sqrt(variance(own)),
			difficulty: mean(own) / (maxima?.[item] ?? 1),
			itemRest: correlation(own, rest),
			alphaWithout: cronbachAlpha(scores.map((row) => row.filter((_, other) => other !== item)))
		};
	});
}

/** Why an author should look at an item: it goes against the others, hardly with them, or is too easy or too hard. */
export type ItemFlag = 'against_others' | 'hardly_with_others' | 'too_easy' | 'too_hard' | 'always_same';

/** What to do about an item: nothing, look at it, or take it out. */
export type ItemAdvice = { advice: 'keep' | 'review' | 'remove'; flags: ItemFlag[] };

export const ITEM_LIMITS = { itemRest: 0.15, hard: 0.1, easy: 0.95 } as const;

/**
 * Rules of thumb for one item: below nought with the rest it is to be removed, below .15 reviewed; so it is outside
 * .1–.95 of its points. A limit itself is still good. They are signs for a person, never acts of the machine.
 */
export function itemAdvice({
	difficulty,
	itemRest,
	sd
}: Pick<ItemFigures, 'difficulty' | 'itemRest' | 'sd'>): ItemAdvice {
	const flags: ItemFlag[] = [];
	if (sd === 0) flags.push('always_same');
	if (itemRest !== null && itemRest < 0) flags.push('against_others');
	else if (itemRest !== null && itemRest < ITEM_LIMITS.itemRest) flags.push('hardly_with_others');
	if (difficulty > ITEM_LIMITS.easy) flags.push('too_easy');
	if (difficulty < ITEM_LIMITS.hard) flags.push('too_hard');

	if (flags.includes('against_others')) return { advice: 'remove', flags };
	return { advice: flags.length ? 'review' : 'keep', flags };
}
