import fc from 'fast-check';
import { expect, test } from 'vitest';
import { has, schools } from './example-schools.ts';
import { mayReview, mostByFlow } from './example-referee.ts';
import { allocate, reallocate, type CurrentReview, type Pair, type RollingInput } from './index.ts';

const anyRound = fc.record({
	sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }),
	k: fc.integer({ min: 1, max: 3 }),
	seed: fc.nat(),
	states: fc.array(fc.constantFrom('given', 'given', 'started', 'done'), { minLength: 60, maxLength: 60 }),
	silent: fc.array(fc.nat(20), { maxLength: 3 }),
	expired: fc.array(fc.nat(60), { maxLength: 4 }),
	withdrawn: fc.array(fc.nat(20), { maxLength: 2 }),
	late: fc.nat(3)
});
type Round = typeof anyRound extends fc.Arbitrary<infer T> ? T : never;

/** A cohort some days after its allocation. */
function later({ sizes, k, seed, states, silent, expired, withdrawn, late }: Round): RollingInput {
	const { works, reviewers } = schools(sizes, k, seed);
	const given = allocate(schools(sizes, k, seed)).pairs;
	const newcomers = Array.from({ length: late }, (_, n) => ({ id: `late-${n}`, organisation: `late-${n}` }));
	const current = given.map((pair, n): CurrentReview => {
		return {
			...pair,
			state: (states[n % states.length] ?? 'given') as 'given',
			expired: expired.includes(n)
		};
	});
	return {
		works: [
			...works.filter((_, n) => !withdrawn.includes(n)),
			...newcomers.map(({ id, organisation }) => ({ id: `work of ${id}`, author: id, organisation }))
		],
		reviewers: [...reviewers, ...newcomers],
		perWork: k,
		seed: seed + 1,
		current,
		silent: silent.flatMap((n) => reviewers[n]?.id ?? [])
	};
}

const isOpen = (input: RollingInput, { work }: Pair) => input.works.some(({ id }) => id === work);

test('R115: what was begun never moves, whatever happens to the rest', () => {
	fc.assert(
		fc.property(anyRound, (round) => {
			const input = later(round);
			const { pairs, dropped } = reallocate(input);
			const begun = input.current.filter((one) => one.state !== 'given' && isOpen(input, one));

			expect(begun.filter((pair) => !has(pairs, pair))).toEqual([]);
			expect(begun.filter((pair) => has(dropped, pair))).toEqual([]);
		}),
		{ numRuns: 300 }
	);
});

test('R115: nothing new breaks a rule, nobody silent or overdue gets anything, and every change is accounted for', () => {
	fc.assert(
		fc.property(anyRound, (round) => {
			const input = later(round);
			const { pairs, added, dropped } = reallocate(input);
			const quiet = new Set([
				...(input.silent ?? []),
				...input.current.filter((one) => one.expired && one.state !== 'done').map(({ reviewer }) => reviewer)
			]);
			const { current, ...plain } = input;
			const open = current.filter((one) => isOpen(input, one));

			expect(added.filter((pair) => quiet.has(pair.reviewer) || !mayReview(plain, pair))).toEqual([]);
			expect(new Set(pairs.map(({ reviewer, work }) => `${reviewer} ${work}`)).size).toBe(pairs.length);
			expect(pairs.length).toBe(
				open.length + added.length - dropped.filter((one) => isOpen(input, one)).length
			);
			expect(dropped.filter((pair) => has(pairs, pair))).toEqual([]);
		}),
		{ numRuns: 300 }
	);
});

test('R115: as many reviews are given as can be, and none is moved where a review can be added without it', () => {
	fc.assert(
		fc.property(anyRound, (round) => {
			const input = later(round);
			const { pairs, short, dropped } = reallocate(input);
			const again = reallocate({ ...input, current: statesAfter(input, pairs), silent: quietOf(input) });

			expect(again.dropped.filter(({ because }) => because === 'moved')).toEqual([]);
			expect(again.added).toEqual([]);
			expect(short.length === 0 || mostMore(input, pairs) === 0).toBe(true);
			expect(dropped.filter(({ because }) => because === 'moved').length).toBeLessThanOrEqual(
				input.works.length
			);
		}),
		{ numRuns: 150 }
	);
});

function quietOf(input: RollingInput): string[] {
	const overdue = input.current.filter((one) => one.expired && one.state !== 'done');
	return [...(input.silent ?? []), ...overdue.map(({ reviewer }) => reviewer)];
}

function statesAfter({ current }: RollingInput, pairs: Pair[]): CurrentReview[] {
	return pairs.map((pair) => {
		const before = current.find((one) => one.reviewer === pair.reviewer && one.work === pair.work);
		return before ?? { ...pair, state: 'given' };
	});
}

/** What could still be added if everybody could take any number, nothing that was begun moving. */
function mostMore(input: RollingInput, pairs: Pair[]): number {
	const { current, ...plain } = input;
	const quiet = new Set(quietOf(input));
	const begun = current.filter((one) => one.state !== 'given' && !(one.expired && one.state === 'started'));
	const gone = current.filter((one) => one.expired || (quiet.has(one.reviewer) && one.state === 'given'));
	const barred = { ...plain, forbidden: [...begun, ...gone] };
	const most = mostByFlow(
		barred,
		(reviewer) => (quiet.has(reviewer) ? 0 : input.works.length),
		(id) => Math.max(0, input.perWork - begun.filter(({ work }) => work === id).length)
	);
	const now = pairs.filter(
		(pair) =>
			isOpen(input, pair) && !has(begun, pair) && !current.some((one) => one.expired && has([one], pair))
	);
	return Math.max(0, most - now.length);
}

test('R115: of 60 people twelve fall silent and six works come late: every work is full, one review in twenty moves at most', () => {
	const sizes = [14, 12, 10, 9, 8, 7];
	for (let seed = 0; seed < 20; seed++) {
		const { works, reviewers } = schools(sizes, 3, seed);
		const states = ['given', 'started', 'done'] as const;
		const current = allocate(schools(sizes, 3, seed)).pairs.map((pair, n) => ({
			...pair,
			state: states[n % 3] ?? 'given'
		}));
		const late = Array.from({ length: 6 }, (_, n) => ({ id: `late-${n}`, organisation: `school-${n % 3}` }));
		const silent = reviewers.filter((_, n) => n % 5 === seed % 5).map(({ id }) => id);
		const { pairs, short, dropped } = reallocate({
			works: [
				...works,
				...late.map(({ id, organisation }) => ({ id: `work ${id}`, author: id, organisation }))
			],
			reviewers: [...reviewers, ...late],
			...{ perWork: 3, seed, current, silent }
		});

		const unstarted = current.filter(({ state }) => state === 'given').length;
		const loads = [...Map.groupBy(pairs, ({ reviewer }) => reviewer).values()].map((own) => own.length);
		expect([seed, short, pairs.length, Math.max(...loads)]).toEqual([seed, [], 66 * 3, 4]);
		expect(dropped.filter(({ because }) => because === 'moved').length).toBeLessThanOrEqual(0.05 * unstarted);
	}
});

test('R115: whoever comes late still gets the least number that must be given, from those who have not begun', () => {
	for (let seed = 0; seed < 20; seed++) {
		const all = schools([8, 6, 4, 3, 3], 3, seed);
		const [works, reviewers] = [all.works.slice(0, 22), all.reviewers.slice(0, 22)];
		const first = allocate({ ...all, works, reviewers });
		const current = first.pairs.map((pair) => ({ ...pair, state: 'given' as const }));
		const everybody = all.reviewers.map((reviewer) => ({ ...reviewer, least: 2 }));
		const silent = [all.reviewers[9]?.id ?? ''];
		const { pairs, short, dropped } = reallocate({ ...all, reviewers: everybody, current, silent });

		const loads = Map.groupBy(pairs, ({ reviewer }) => reviewer);
		const late = all.reviewers.slice(22).map(({ id }) => loads.get(id)?.length ?? 0);
		expect([seed, short]).toEqual([seed, []]);
		expect(Math.min(...late)).toBeGreaterThanOrEqual(2);
		expect(dropped.filter(({ because }) => because === 'moved').length).toBeLessThanOrEqual(4);
	}
});

test('R115: who lost a review with its work gets another one first; a review that was done counts for its reviewer', () => {
	const people = ['a', 'b', 'c', 'd', 'e', 'idle'].map((id) => ({ id, organisation: null }));
	const works = ['a', 'b', 'c', 'late'].map((author) => ({
		id: `work ${author}`,
		author,
		organisation: null
	}));
	const gone = 'work gone';
	for (let seed = 0; seed < 10; seed++) {
		const found = reallocate({
			...{ works, reviewers: people, perWork: 1, seed },
			current: [
				{ reviewer: 'b', work: 'work a', state: 'done' },
				{ reviewer: 'c', work: 'work b', state: 'given' },
				{ reviewer: 'a', work: 'work c', state: 'started' },
				{ reviewer: 'd', work: gone, state: 'done' },
				{ reviewer: 'e', work: gone, state: 'given' }
			]
		});

		expect(found.added).toEqual([{ reviewer: 'e', work: 'work late' }]);
		expect(found.dropped).toEqual([{ reviewer: 'e', work: gone, because: 'withdrawn' }]);
	}
});

test('R115: a reserve comes in when those who are left would have two more than others', () => {
	const person = (id: string) => ({ id, organisation: null });
	const works = ['a', 'b', 'c'].map((author) => ({ id: `work ${author}`, author, organisation: null }));
	const found = reallocate({
		works,
		reviewers: [...['a', 'b', 'c'].map(person), { ...person('tutor'), reserve: true }],
		perWork: 2,
		seed: 1,
		current: allocate({ works, reviewers: ['a', 'b', 'c'].map(person), perWork: 2, seed: 1 }).pairs.map(
			(pair) => ({
				...pair,
				state: 'given'
			})
		),
		silent: ['a']
	});

	expect(found.added).toEqual(['b', 'c'].map((one) => ({ reviewer: 'tutor', work: `work ${one}` })));
	expect(found.short).toEqual([]);
});
