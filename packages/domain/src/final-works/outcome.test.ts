import { expect, test } from 'vitest';
import { peer } from '../golden/adhd.ts';
import {
	checkDecision,
	needsDecision,
	outcome,
	peerResult,
	type Decision,
	type Outcome,
	type PeerResult
} from './index.ts';

const good = resultOf([2, 2, 2]);
const apart = resultOf([1, 2, 3]);
const low = resultOf([1, 1, 1]);
const few = resultOf([2]);
const none = resultOf([]);
const strict = { ...peer, revisionDays: null };
const yes: Decision = { passed: true, reason: 'Замеры сопоставимы' };
const no: Decision = { passed: false, reason: 'Апробации не было' };

test.each<[string, PeerResult, boolean]>([
	['a clear result', good, false],
	['reviewers who differ by six', apart, true],
	['a result below the threshold', low, true],
	['too few reviews', few, true],
	['no review', none, true]
])('R117: %s asks for the tutor: %s', (_, result, asks) => {
	expect(needsDecision(result)).toBe(asks);
});

test.each<[string, PeerResult, Decision | null, 1 | 2, Outcome]>([
	['a clear result needs nobody', good, null, 1, 'passed'],
	['nothing holds before the tutor decides', apart, null, 1, 'undecided'],
	['nothing holds before the tutor decides', low, null, 1, 'undecided'],
	['nothing holds before the tutor decides', few, null, 1, 'undecided'],
	['the tutor lets a doubtful work pass', apart, yes, 1, 'passed'],
	['the tutor lets a low work pass', low, yes, 1, 'passed'],
	['below the threshold there is one revision', low, no, 1, 'revision'],
	['the revision waits for the tutor', low, null, 2, 'undecided'],
	['the revision waits for the tutor, however good the first reviews', good, null, 2, 'undecided'],
	['a revised work passes', low, yes, 2, 'passed'],
	['there is no second revision', low, no, 2, 'failed']
])('R117: %s', (_, result, decision, round, expected) => {
	expect(outcome(peer, result, decision, round)).toBe(expected);
});

test('R117: a programme without revision fails at once', () => {
	expect(outcome(strict, low, no, 1)).toBe('failed');
	const spreadOnly = { ...strict, moderateBelowThreshold: false };
	expect(outcome(spreadOnly, peerResult(spreadOnly, [sheet(1), sheet(1)]), null, 1)).toBe('failed');
	expect(
		outcome({ ...spreadOnly, revisionDays: 7 }, peerResult(spreadOnly, [sheet(1), sheet(1)]), null, 1)
	).toBe('revision');
});

test.each([
	[{ state: 'in_review', reviewsClosed: true, peer: apart }, yes, { ok: true, value: 1 }],
	[{ state: 'revised', reviewsClosed: true, peer: good }, no, { ok: true, value: 2 }],
	[{ state: 'in_review', reviewsClosed: true, peer: good }, yes, refusal('no_decision_needed')],
	[{ state: 'in_review', reviewsClosed: false, peer: apart }, yes, refusal('reviews_open')],
	[{ state: 'published', reviewsClosed: true, peer: none }, yes, refusal('not_now')],
	[{ state: 'passed', reviewsClosed: true, peer: low }, no, refusal('not_now')],
	[{ state: 'revision', reviewsClosed: true, peer: low }, no, refusal('not_now')],
	[
		{ state: 'in_review', reviewsClosed: true, peer: low },
		{ passed: false, reason: '  мало    ' },
		{ ok: false, refusal: { code: 'final_work.reason_missing', details: { least: 10 } } }
	]
] as const)('R117: a decision on %o', (work, decision, expected) => {
	expect(checkDecision(work, decision)).toEqual(expected);
});

function refusal(short: string) {
	return { ok: false, refusal: { code: `final_work.${short}` } } as const;
}

/** Reviews that give the same score for every criterion. */
function resultOf(scores: number[]): PeerResult {
	return peerResult(peer, scores.map(sheet));
}

function sheet(score: number) {
	return { scores: Object.fromEntries(peer.criteria.map((key) => [key, score])) };
}
