import { countable, fivesOf, GROUP } from '../diagnostics/item-quality.ts';
import type { DeficitLevel } from '../programmes/document.ts';

/**
 * Who of a cohort may be told of beyond those who open its records: whole groups of five, in the order in which people
 * came (R167). This one rule makes differencing vain. Whatever is asked – a cohort, a site, a region, a period, today or
 * next week – is a sum over beginnings of this one order of each cohort, each of a length that five divides: periods and
 * places choose whole cohorts, never people within one. Sums and differences of such beginnings are made of the same fives,
 * so no sequence of requests comes down to fewer. It costs up to four people of each cohort, who wait for their group.
 * Whoever was counted stays in the order: a withdrawal is a state of an enrolment, not the end of its facts.
 * Stored figures follow the rule in SQL; this is what their tests compare them with.
 */
export function firstFives<T extends { id: string; at: number }>(people: readonly T[]): T[] {
	const ordered = people.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
	return ordered.slice(0, countable(ordered.length));
}

/** Levels of one person's deficits at the start, and at the end where there was one; in the order of the cards. */
export type CardPair = {
	before: Readonly<Record<string, DeficitLevel>>;
	after: Readonly<Record<string, DeficitLevel>> | null;
};

/** One deficit in one cohort: who needed help, and of those who were asked again how many had it before and have it now. */
export type DeficitSums = {
	deficit: string;
	carded: number;
	needed: number;
	repeated: number;
	before: number;
	after: number;
	reduced: number;
};

const WEIGHT: Record<DeficitLevel, number> = { none: 0, partial: 1, expressed: 2 };

/**
 * Deficits of a cohort by fives of its cards. A five is told of its end when all five were asked again: were the ends put
 * into fives of their own, a need and an effect could be subtracted and leave one person.
 */
export function deficitSums(deficits: readonly string[], cards: readonly CardPair[]): DeficitSums[] {
	const fives = fivesOf(cards);
	const told = fives.flat();
	const repeated = fives.filter((five) => five.every(({ after }) => after !== null)).flat();
	const has = (levels: CardPair['before'] | null, deficit: string) => WEIGHT[levels?.[deficit] ?? 'none'];
	const count = (cards: CardPair[], test: (card: CardPair) => boolean) => cards.filter(test).length;

	return deficits.map((deficit) => ({
		deficit,
		carded: told.length,
		needed: count(told, ({ before }) => has(before, deficit) > 0),
		repeated: repeated.length,
		before: count(repeated, ({ before }) => has(before, deficit) > 0),
		after: count(repeated, ({ after }) => has(after, deficit) > 0),
		reduced: count(repeated, ({ before, after }) => has(before, deficit) > has(after, deficit))
	}));
}

/** A count in whole fives; null below five (R167). */
export function inFives(count: number): number | null {
	return count < GROUP ? null : count - (count % GROUP);
}

/**
 * Parts that a reader may add and take away, together: each is cut to whole fives before it is summed, so no choice of
 * parts tells of fewer than five people. Null where there is not one five.
 */
export function fivesTogether(counts: readonly number[]): number | null {
	return counts.reduce((sum, count) => sum + (inFives(count) ?? 0), 0) || null;
}
