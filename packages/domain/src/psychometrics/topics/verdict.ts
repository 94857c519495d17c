import type { Answers, Item } from '../model/item.ts';
import { warm } from '../model/person.ts';
import type { Kelley } from './shrunken.ts';

/** Of the standard normal distribution: nine tenths lie below, so 80 % lie within. */
const EIGHTY_PERCENT = 1.2815515655446004;
/** Fewer items than this say nothing about a topic. */
const LEAST_ITEMS = 5;

/**
 * What may be said of a topic. `needs_work` only where even the upper end of the 80 % interval is below the line of
 * mastery; everything else is `not_enough_evidence`, which is no praise either.
 */
export type TopicVerdict = {
	verdict: 'needs_work' | 'not_enough_evidence';
	/** How many items of the topic were answered. */
	items: number;
	/** Where the person stands, and the 80 % interval; `null` below five items. */
	estimate: number | null;
	interval: { low: number; high: number } | null;
};

/** By Warm's estimate on the scale of the items, in logits; `mastery` is a place on it. */
export function topicByAbility(items: readonly Item[], answers: Answers, mastery: number): TopicVerdict {
	const count = items.filter((_, n) => (answers[n] ?? null) !== null).length;
	const ability = count < LEAST_ITEMS ? null : warm(items, answers);
	return ability ? judged(ability.theta, ability.se, count, mastery) : silent(count);
}

/** By a shrunken sub-score in points; `mastery` is the line in the same points. */
export function topicByPoints(shrunken: Kelley, items: number, mastery: number): TopicVerdict {
	return items < LEAST_ITEMS ? silent(items) : judged(shrunken.score, shrunken.se, items, mastery);
}

function silent(items: number): TopicVerdict {
	return { verdict: 'not_enough_evidence', items, estimate: null, interval: null };
}

function judged(estimate: number, se: number, items: number, mastery: number): TopicVerdict {
	const interval = { low: estimate - EIGHTY_PERCENT * se, high: estimate + EIGHTY_PERCENT * se };
	return {
		verdict: interval.high < mastery ? 'needs_work' : 'not_enough_evidence',
		items,
		estimate,
		interval
	};
}
