import { covariance, totalsOf, variance, type Scores } from '../classical/moments.ts';
import { cronbachAlpha } from '../classical/reliability.ts';

/** How much of a topic's true score each score tells, 0..1 (proportional reduction of mean squared error). */
export type SubscoreWorth = {
	bySubscore: number;
	byTotal: number;
	/** Whether the topic's own score tells more of the topic than the total does: only then is it reported. */
	addsToTotal: boolean;
};

/**
 * Haberman's criterion (2008, «When can subscores have value?»): the topic's reliability against
 * (cov(s, x) − error of s)² / (true variance of s · var x), with alpha for the reliability. `topic` are the places of
 * its items. `null` where the topic has fewer than two items, does not vary, or has no reliability at all.
 */
export function subscoreWorth(scores: Scores, topic: readonly number[]): SubscoreWorth | null {
	const own = scores.map((row) => topic.map((item) => row[item] ?? 0));
	const reliability = cronbachAlpha(own);
	const [subscores, totals] = [totalsOf(own), totalsOf(scores)];
	if (reliability === null || reliability <= 0) return null;

	const spread = variance(subscores);
	const shared = covariance(subscores, totals) - (1 - reliability) * spread;
	const byTotal = shared ** 2 / (reliability * spread * variance(totals));
	return { bySubscore: reliability, byTotal, addsToTotal: reliability > byTotal + 1e-12 };
}
