import type { Agreement } from '../peer-marks/index.ts';

export type AgreementWord = 'good' | 'tentative' | 'low' | 'unknown';

/** From these on, Krippendorff (2004, «Content Analysis») lets conclusions stand, or stand for the time being. */
const GOOD = 0.8;
const TENTATIVE = 0.667;
/** Fewer works than this say nothing of a criterion. */
const LEAST_WORKS = 5;

/** How reliable the marks of one criterion are, as a word. */
export function agreementWord({ works, alpha }: Pick<Agreement, 'works' | 'alpha'>): AgreementWord {
	if (works < LEAST_WORKS || alpha.interval === null) return 'unknown';
	if (alpha.interval >= GOOD) return 'good';
	return alpha.interval >= TENTATIVE ? 'tentative' : 'low';
}

export type Shares = { work: number; reviewer: number; rest: number };

const NO_SHARES: Shares = { work: 0, reviewer: 0, rest: 0 };

/** Of all differences between marks, the parts that come from works, from reviewers, and from neither. */
export function varianceShares({ variances }: Pick<Agreement, 'variances'>): Shares | null {
	if (!variances) return null;
	const { work, reviewer, residual } = variances;
	const whole = work + reviewer + residual;
	return whole > 0 ? { work: work / whole, reviewer: reviewer / whole, rest: residual / whole } : null;
}

/**
 * The criterion to rewrite first: of those on which reviewers do not agree, the one with the greatest rest. None where
 * the strictness of reviewers tells more than the rest: other words would change nothing then.
 */
export function criterionToRewrite(criteria: ReadonlyMap<string, Agreement>): string | null {
	const unclear = [...criteria]
		.filter(([, agreement]) => ['low', 'tentative'].includes(agreementWord(agreement)))
		.map(([key, agreement]) => ({ key, ...(varianceShares(agreement) ?? NO_SHARES) }))
		.filter(({ rest, reviewer }) => rest >= reviewer)
		.toSorted((a, b) => b.rest - a.rest);
	return unclear[0]?.key ?? null;
}
