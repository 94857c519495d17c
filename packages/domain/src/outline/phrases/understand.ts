import { promisedKinds } from '../../programmes/checking/coverage.ts';
import { readCompletion, readReviewCounts } from '../../programmes/reading/completion.ts';
import { readFlags } from '../../programmes/reading/conditions.ts';
import { readModeration } from '../../programmes/reading/moderation.ts';
import { readPassRule } from '../../programmes/reading/pass-rule.ts';
import { isSumOfMedians, readExclusion, readRevision } from '../../programmes/reading/peer-phrases.ts';
import { isPointsOfOption, isPointsOfScale, readPoints } from '../../programmes/reading/points.ts';
import {
	asksEveryItem,
	isPresentBelowNone,
	readDivisor,
	readMinLength
} from '../../programmes/reading/texts.ts';
import { readMaxUnanswered } from '../../programmes/reading/unanswered.ts';
import { readRowRule } from '../../programmes/reading/understanding.ts';
import type { Condition } from '../../programmes/rules.ts';
import type { PhraseName } from './phrase-name.ts';

/** One thing that the platform has taken from an author's words: a code that the web app says back in its own. */
export type Understood = {
	code: string;
	details?: Record<string, string | number>;
	/** What must hold together, for a rule with conditions. */
	when?: Condition[];
};

type Reader = (text: string) => Understood[] | null;

const READERS: Record<PhraseName, Reader> = {
	completion: understoodCompletion,
	coverage: understoodCoverage,
	exclusion: (text) => said(readExclusion(text), (whom) => [{ code: `exclusion.${whom}` }]),
	formula: (text) => said(readDivisor(text), (max) => [{ code: 'formula', details: { max } }]),
	itemScoring: understoodScoring,
	mismatch: (text) =>
		said(readFlags(text), (flags) =>
			flags.map(({ label, when }) => ({ code: 'mismatch', details: { label }, when }))
		),
	missing: (text) => said(readMaxUnanswered(text), (most) => [{ code: 'missing', details: { most } }]),
	moderation: (text) =>
		said(readModeration(text), ({ spread, belowThreshold }) => [
			{ code: 'moderation.spread', details: { spread } },
			...(belowThreshold ? [{ code: 'moderation.below' }] : [])
		]),
	passRule: (text) =>
		said(readPassRule(text), ({ total, outOf, noZero }) => [
			outOf === null ? told('pass.total', { total }) : told('pass.total_of', { total, max: outOf }),
			...(noZero ? [told('pass.no_zero')] : [])
		]),
	presence: (text) => (isPresentBelowNone(text) ? [{ code: 'presence' }] : null),
	revision: understoodRevision,
	rowRule: (text) =>
		said(readRowRule(text), ({ label, maxExtra }) => [
			told('row', { label }),
			told('row.extra', { extra: maxExtra })
		]),
	selfAnalysis: (text) =>
		said(readMinLength(text), (length) => [{ code: 'self_analysis', details: { length } }]),
	selfCheck: (text) => (asksEveryItem(text) ? [{ code: 'self_check' }] : null),
	sumOfMedians: (text) => (isSumOfMedians(text) ? [{ code: 'medians' }] : null)
};

/** What the programme's grammar takes from a rule of the author. `null`: it is not understood as it stands. */
export function understand(phrase: PhraseName, text: string): Understood[] | null {
	return READERS[phrase](text);
}

function told(code: string, details?: Understood['details']): Understood {
	return details ? { code, details } : { code };
}

function said<T>(read: T | null, words: (read: T) => Understood[]): Understood[] | null {
	return read === null ? null : words(read);
}

function understoodCompletion(text: string): Understood[] | null {
	const read = readCompletion(text);
	if (!read) return null;

	const { given, received } = read.condition === 'reviews_done' ? readReviewCounts(text) : NO_COUNTS;
	return [
		{ code: `completion.${read.condition}` },
		...counted('completion.count', read.count),
		...counted('completion.given', given),
		...counted('completion.received', received)
	];
}

const NO_COUNTS = { given: null, received: null };

function counted(code: string, count: number | null): Understood[] {
	return count === null ? [] : [{ code, details: { count } }];
}

/** The kinds of items that the rule promises for each deficit. */
function understoodCoverage(text: string): Understood[] | null {
	const kinds = promisedKinds(text).map((kind) => ({ code: `coverage.${kind}` }));
	return kinds.length > 0 ? kinds : null;
}

function understoodRevision(text: string): Understood[] | null {
	const days = readRevision(text);
	if (days === undefined) return null;
	return [days === null ? { code: 'revision.none' } : { code: 'revision.days', details: { days } }];
}

function understoodScoring(text: string): Understood[] | null {
	if (isPointsOfOption(text)) return [{ code: 'scoring.option' }];
	if (isPointsOfScale(text)) return [{ code: 'scoring.scale' }];

	const points = readPoints('multiple_choice', text) ?? readPoints('ordering', text);
	if (!points) return null;
	const { full, almost, other } = points;
	return [
		{ code: 'scoring.full', details: { points: full } },
		...(almost === null ? [] : [{ code: 'scoring.almost', details: { points: almost } }]),
		{ code: 'scoring.other', details: { points: other } }
	];
}
