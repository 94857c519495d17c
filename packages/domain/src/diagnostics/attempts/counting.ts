import type { DeficitRow } from '../deficit-card.ts';
import type { AttemptRules } from './rules.ts';

/** What came of one attempt that is over; `rows` are missing where too much was left unanswered. */
export type Outcome = { number: number; rows: DeficitRow[] | null };

/**
 * The attempt that counts: the last that gave a card, or the one with the most points (the earlier of two equal ones).
 * `null` while none has given a card.
 */
export function countingAttempt<T extends Outcome>(
	outcomes: readonly T[],
	{ counts }: Pick<AttemptRules, 'counts'>
): T | null {
	const built = outcomes.filter(({ rows }) => rows).toSorted((one, two) => one.number - two.number);
	if (counts === 'last') return built.at(-1) ?? null;
	return built.reduce<T | null>((best, one) => (best && total(best) >= total(one) ? best : one), null);
}

/** All points of an attempt together. */
export function total({ rows }: Pick<Outcome, 'rows'>): number {
	return (rows ?? []).reduce((sum, { score }) => sum + score, 0);
}
