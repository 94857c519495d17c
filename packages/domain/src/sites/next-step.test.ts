import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExpertiseResult } from '../councils/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';
import { APPLICATION_MOVES, moveApplication, movesOf, type Judged } from './application.ts';
import { profiles } from './example-profiles.ts';
import { NEXT_STEPS, nextStep, type ApplicationMove, type NextStep } from './index.ts';

const progress = fc.record({
	councils: fc.nat(2),
	round: fc.option(
		fc.record({ wanted: fc.nat(3), assigned: fc.nat(3), released: fc.nat(3), submitted: fc.nat(3) })
	),
	onAgenda: fc.boolean()
});
const results = fc.constantFrom('positive', 'negative', 'split');
const walks = fc.array(fc.tuple(fc.constantFrom(...APPLICATION_MOVES), results), { maxLength: 20 });

/** Where moves lead, those that are let through; a wish without an application begins complete. */
function walk(profile: RegulationProfile, moves: [ApplicationMove, ExpertiseResult][]): Judged {
	let at: Judged = { state: profile.application.exists ? 'draft' : 'complete', reviewResult: null };
	for (const [move, result] of moves) {
		const moved = moveApplication(profile, at, move);
		if (!moved.ok) continue;
		const reviewResult = move === 'finish_review' ? result : at.reviewResult;
		at = { state: moved.value, reviewResult };
	}
	return at;
}

/** The move that a step leads to, where it is one of the application itself. */
const MOVES: Partial<Record<NextStep, string>> = {
	completeness: 'accept',
	begin: 'begin_review',
	finish: 'finish_review',
	agenda: 'support',
	meeting: 'support',
	proposal: 'propose',
	act: 'grant'
};

test('the next step that is told is one that the lifecycle lets happen, under every profile', () => {
	const met = new Set<string>();
	fc.assert(
		fc.property(profiles, walks, progress, (profile, moves, at) => {
			const standing = walk(profile, moves);
			const step = nextStep(profile, standing, at);
			met.add(step);
			expect(NEXT_STEPS).toContain(step);
			const move = MOVES[step];
			if (move) expect(movesOf(profile, standing)).toContain(move);
			if (step === 'stopped') expect(movesOf(profile, standing)).toEqual(expect.arrayContaining(['decline']));
		}),
		{ numRuns: 8000 }
	);
	expect(met.size).toBe(NEXT_STEPS.length);
});

test('R15: a registration without an application that was given back and mended waits for its expertise again', () => {
	const [profile] = fc.sample(
		profiles.filter(({ application, status }) => !application.exists && status.expertise.required === true),
		{ numRuns: 1, seed: 7 }
	);
	const standing = walk(profile!, [
		...(['begin_review', 'finish_review', 'return', 'submit'] as const).map(
			(move): [ApplicationMove, ExpertiseResult] => [move, 'negative']
		)
	]);
	expect(standing.state).toBe('complete');
	expect(nextStep(profile!, standing, { councils: 1, round: null, onAgenda: false })).toBe('begin');
});

test('an open expertise is given out, handed over, waited for and finished, in this order', () => {
	const [profile] = fc.sample(profiles, { numRuns: 1, seed: 1 });
	const at = (wanted: number, assigned: number, released: number, submitted: number) =>
		nextStep(
			profile!,
			{ state: 'in_review', reviewResult: null },
			{ councils: 1, onAgenda: false, round: { wanted, assigned, released, submitted } }
		);
	expect([at(2, 0, 0, 0), at(2, 2, 0, 0), at(2, 2, 2, 1), at(2, 2, 2, 2)]).toEqual([
		...['assign', 'release', 'reviews', 'finish']
	]);
});
