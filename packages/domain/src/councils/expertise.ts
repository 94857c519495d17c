import { isReason } from '../journal/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import {
	meanOf,
	reaches,
	RECOMMENDATIONS,
	scoreOf,
	type Criterion,
	type Recommendation,
	type Scores,
	type Share
} from './criteria.ts';

/** How several reviews make one result: most recommendations, or the mean of the scores. */
export const EXPERTISE_RULES = ['majority', 'mean'] as const;
export type ExpertiseRule = (typeof EXPERTISE_RULES)[number];

export type ExpertiseTerms = {
	criteria: readonly Criterion[];
	/** In percent of the best possible. */
	threshold: number;
	rule: ExpertiseRule;
};

/** `split`: as many reviews are for as against, and the rule has no word for it: somebody has to decide. */
export const EXPERTISE_RESULTS = [...RECOMMENDATIONS, 'split'] as const;
export type ExpertiseResult = (typeof EXPERTISE_RESULTS)[number];

/** What reviews add up to, finished or not. The mean is null while there is none. */
export type Count = { mean: Share | null; positive: number; negative: number };

export function countReviews(
	{ criteria, threshold }: Pick<ExpertiseTerms, 'criteria' | 'threshold'>,
	submitted: readonly Scores[]
): Count {
	const shares = submitted.map((scores) => scoreOf(criteria, scores));
	const positive = shares.filter((share) => reaches(share, threshold)).length;
	return { mean: shares.length ? meanOf(shares) : null, positive, negative: shares.length - positive };
}

/**
 * What the reviews of an application give (R5). Null until everybody who was assigned has submitted. Most reviews decide,
 * and as many for as against decide nothing: a refusal never follows from a rule that nobody has written. A mean always
 * decides, since it reaches the threshold or does not.
 */
export function expertiseResult(
	terms: ExpertiseTerms,
	{ assigned, submitted }: { assigned: number; submitted: readonly Scores[] }
): (Count & { mean: Share; result: ExpertiseResult }) | null {
	const { mean, positive, negative } = countReviews(terms, submitted);
	if (mean === null || submitted.length < assigned) return null;
	const counted = { mean, positive, negative };
	if (terms.rule === 'majority' && positive === negative) return { ...counted, result: 'split' };
	const holds = terms.rule === 'majority' ? positive > negative : reaches(mean, terms.threshold);
	return { ...counted, result: holds ? 'positive' : 'negative' };
}

/** Who decides where reviews are split: the council by its votes where it votes anyway, otherwise the one who presides. */
export const TIE_DECIDERS = ['council', 'chair'] as const;
export type TieDecider = (typeof TIE_DECIDERS)[number];

/** The word of the one who presides on a split expertise. */
export type CastingWord = { result: Recommendation; reason: string };

export type SettlingRefusal =
	| { code: 'expertise.word_needed'; details: { positive: number; negative: number } }
	| { code: 'expertise.nobody_presides' }
	| { code: 'expertise.word_not_needed' }
	| { code: 'expertise.reason_missing'; details: { field: 'reason' } };

/**
 * Ends an expertise. A split one goes on to the council that votes; where no council votes, the one who presides and is
 * free of conflict gives the word, with a reason that stays. Nobody gives a word that is not asked for.
 */
export function settleExpertise(
	{ result, positive, negative }: Pick<Count, 'positive' | 'negative'> & { result: ExpertiseResult },
	tie: TieDecider,
	{ presides, word }: { presides: string | null; word: CastingWord | null }
): Result<{ result: ExpertiseResult; castBy: string | null; castReason: string | null }, SettlingRefusal> {
	if (result !== 'split' || tie === 'council')
		return word
			? refuse({ code: 'expertise.word_not_needed' })
			: ok({ result, castBy: null, castReason: null });
	if (presides === null) return refuse({ code: 'expertise.nobody_presides' });
	if (word === null) return refuse({ code: 'expertise.word_needed', details: { positive, negative } });
	if (!isReason(word.reason))
		return refuse({ code: 'expertise.reason_missing', details: { field: 'reason' } });
	return ok({ result: word.result, castBy: presides, castReason: word.reason.trim() });
}
