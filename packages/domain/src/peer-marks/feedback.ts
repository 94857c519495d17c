import type { ReviewerBias } from './mixed-model/model.ts';

/**
 * What a reviewer is told of the own marks: how much stricter or milder they were than others' of the same works. It
 * names nobody else and no place among others (Kulkarni and others 2013, «Peer and self assessment in massive online
 * classes»: such word made later marks more accurate).
 */
export type ReviewerWord =
	| { kind: 'stricter' | 'milder'; points: number }
	| { kind: 'as_others' }
	| { kind: 'too_early' };

/** Fewer marks than this say nothing of a habit. */
const LEAST = 2;

/** A whole number of points, and only where the 80 % interval leaves out nought. */
export function wordFor({ bias, interval, grades }: Omit<ReviewerBias, 'reviewer' | 'sd'>): ReviewerWord {
	if (grades < LEAST) return { kind: 'too_early' };
	const points = Math.round(Math.abs(bias));
	if (points === 0 || (interval.low <= 0 && interval.high >= 0)) return { kind: 'as_others' };
	return { kind: bias < 0 ? 'stricter' : 'milder', points };
}
