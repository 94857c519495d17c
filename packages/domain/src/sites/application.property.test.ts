import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RegulationProfile } from '../regulations/index.ts';
import {
	APPLICATION_MOVES,
	APPLICATION_STATES,
	isStopped,
	mayDecline,
	moveApplication,
	movesOf,
	stepDue,
	type ApplicationMove,
	type ApplicationState
} from './application.ts';
import { stepsOf, type Evidence } from './demands.ts';
import { profiles } from './example-profiles.ts';

const STEP_ENDS = {
	completeness: 'accept',
	expertise: 'finish_review',
	council: 'support',
	proposal: 'propose',
	act: 'grant'
} as const;

/** Walks an application by chance, mostly by moves that may be made, so that many reach the end. */
function walk(profile: RegulationProfile, begins: ApplicationState, chances: number[]) {
	const made: ApplicationMove[] = [];
	let state = begins;
	let reviewResult: Evidence['expertise'] = null;
	for (const chance of chances) {
		const open = movesOf(profile, { state, reviewResult }).filter(
			(move) => move !== 'withdraw' && move !== 'decline'
		);
		const choice = chance % 5 ? open : APPLICATION_MOVES;
		const move = choice[chance % choice.length];
		const next = move && moveApplication(profile, { state, reviewResult }, move);
		if (!next?.ok) continue;
		made.push(move as ApplicationMove);
		state = next.value;
		if (move === 'finish_review') reviewResult = chance % 3 ? 'positive' : 'negative';
		if (move === 'submit') reviewResult = null;
	}
	return { state, made, reviewResult };
}

test('R4, R5: an application reaches the act only through every step of its profile, in their order', () => {
	let reached = 0;
	fc.assert(
		fc.property(profiles, fc.array(fc.nat(1000), { maxLength: 40 }), (profile, chances) => {
			const { state, made, reviewResult } = walk(
				profile,
				profile.application.exists ? 'draft' : 'complete',
				chances
			);
			if (state !== 'granted') return;

			reached += 1;
			const last = made.slice(made.lastIndexOf('submit') + 1).filter((move) => move !== 'begin_review');
			expect(last).toEqual(stepsOf(profile).map((step) => STEP_ENDS[step]));
			expect(reviewResult).toBe(stepsOf(profile).includes('expertise') ? 'positive' : null);
		}),
		{ numRuns: 1500 }
	);
	expect(reached).toBeGreaterThan(50);
});

test('R5, R27: the keeper declines what no council judges any more, and nothing that still stands before it', () => {
	const standing = fc.record({
		state: fc.constantFrom(...APPLICATION_STATES),
		reviewResult: fc.constantFrom('positive' as const, 'negative' as const, null)
	});
	fc.assert(
		fc.property(profiles, standing, (profile, at) => {
			const steps = stepsOf(profile);
			const may = mayDecline(profile, at);
			const past = ['complete', 'reviewed', 'supported', 'proposed'].includes(at.state);
			const due = stepDue(profile, at.state);
			if (may) expect(past && due !== 'expertise').toBe(true);
			if (may && due === 'council') expect(at.reviewResult).toBe('negative');
			if (past && !steps.includes('expertise') && !steps.includes('council')) expect(may).toBe(true);
			if (isStopped(profile, at))
				for (const move of ['support', 'propose', 'grant'] as const)
					expect(moveApplication(profile, at, move).ok).toBe(false);
		}),
		{ numRuns: 2000 }
	);
});
