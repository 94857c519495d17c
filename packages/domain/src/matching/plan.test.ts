import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schools } from './example-schools.ts';
import {
	allocate,
	explain,
	planFor,
	planOptions,
	verify,
	type CurrentReview,
	type Reviewer,
	type RollingInput
} from './index.ts';

const anyCase = fc.record({
	sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 6 }),
	k: fc.integer({ min: 1, max: 3 }),
	seed: fc.nat(),
	states: fc.array(fc.constantFrom('given', 'given', 'started', 'done'), { minLength: 40, maxLength: 40 }),
	silent: fc.array(fc.nat(20), { maxLength: 3 }),
	withdrawn: fc.array(fc.nat(20), { maxLength: 2 }),
	isFirst: fc.boolean()
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

function inputOf({ sizes, k, seed, states, silent, withdrawn, isFirst }: Case): RollingInput {
	const { works, reviewers } = schools(sizes, k, seed);
	const given = isFirst ? [] : allocate(schools(sizes, k, seed)).pairs;
	const current = given.map((pair, n): CurrentReview => {
		return { ...pair, state: (states[n % states.length] ?? 'given') as 'given' };
	});
	return {
		works: works.filter((_, n) => isFirst || !withdrawn.includes(n)),
		reviewers,
		perWork: k,
		seed: seed + 1,
		current,
		silent: silent.flatMap((n) => reviewers[n]?.id ?? [])
	};
}

const RESERVE: Reviewer[] = ['tutor', 'expert', 'graduate'].map((id) => ({
	id,
	organisation: null,
	reserve: true
}));

test('P1, P2: in any round, by any way, what is shown passes the independent check and every pair is explained', () => {
	fc.assert(
		fc.property(anyCase, (one) => {
			const input = inputOf(one);
			const plans = [planFor(input, RESERVE, null), ...planOptions(input, RESERVE).map(({ plan }) => plan)];

			for (const plan of plans) {
				expect(plan).not.toBeNull();
				if (!plan) continue;
				expect(verify(plan.input, plan.allocation).faults).toEqual([]);
				const why = explain(plan.input, plan.allocation);
				const shown = plan.allocation.pairs.filter(({ work }) => input.works.some(({ id }) => id === work));
				const told = shown
					.filter(({ reviewer }) => plan.input.reviewers.some(({ id }) => id === reviewer))
					.map(why);
				expect(told).not.toContain(null);
				// Everybody is counted once: whoever could have it, and the others by why not.
				for (const one of told) {
					if (!one) continue;
					const { couldReview, couldNot } = one;
					const out = Object.values(couldNot).reduce((sum, count) => sum + count, 0);
					expect(couldReview + out).toBe(plan.input.reviewers.length);
				}
			}
		}),
		{ numRuns: 200 }
	);
});

test('R115: a late work gets reviewers also where colleagues were let through in the first round', () => {
	const { works, reviewers } = schools([3, 1], 2, 7);
	const first = planFor({ works, reviewers, perWork: 2, seed: 7, current: [] }, [], 'colleagues')!;
	expect(first.allocation.sameOrganisation.length).toBeGreaterThan(0);

	const current = first.allocation.pairs.map((pair): CurrentReview => ({ ...pair, state: 'given' }));
	const late = { id: 'late', author: 'late author', organisation: 'another school' };
	const later = planFor(
		{
			works: [...works, late],
			reviewers: [...reviewers, { id: late.author, organisation: late.organisation }],
			...{ perWork: 2, seed: 8, current }
		},
		[],
		null
	)!;
	expect(verify(later.input, later.allocation).faults).toEqual([]);
	expect(later.allocation.pairs.filter(({ work }) => work === 'late').length).toBe(2);
	expect(later.allocation.sameOrganisation.length).toBeGreaterThan(0);
});

test('P2: works that stay short always have a way out, and three people of a reserve fill any work', () => {
	fc.assert(
		fc.property(anyCase, (one) => {
			const input = inputOf(one);
			const short = planFor(input, RESERVE, null)?.allocation.short ?? [];
			const options = planOptions(input, RESERVE);

			expect(options.length > 0).toBe(short.length > 0);
			if (short.length) expect(options.find(({ way }) => way === 'reserve')?.worst.missing).toBe(0);
		}),
		{ numRuns: 120 }
	);
});

test('P11: the same input and seed give the same bytes, in whatever order the rows come', () => {
	fc.assert(
		fc.property(anyCase, (one) => {
			const input = inputOf(one);
			const turned = {
				...input,
				works: input.works.toReversed(),
				reviewers: input.reviewers.toReversed(),
				current: input.current.toReversed()
			};
			const [{ allocation, added, dropped }, other] = [
				planFor(input, RESERVE, null)!,
				planFor(turned, RESERVE, null)!
			];
			const again = { allocation: other.allocation, added: other.added, dropped: other.dropped };
			expect(JSON.stringify(again)).toBe(JSON.stringify({ allocation, added, dropped }));
		}),
		{ numRuns: 120 }
	);
});
