import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schools } from './example-schools.ts';
import { allocate, explain, optionsFor, verify } from './index.ts';

const sizes = [21, 10, 5, 4];
const input = schools(sizes, 3, 9);
const tutors = ['tutor-1', 'tutor-2'].map((id) => ({ id, organisation: null }));

test('R115: six reviews of 120 are missing: each way out is solved, with what it costs', () => {
	const options = optionsFor(input, tutors);
	const told = options.map(({ kind, worst }) => ({ kind, ...worst }));

	expect(told).toEqual([
		{ kind: 'reserve', missing: 0, fewestReviews: 3, mostLoad: 3, colleagues: 0 },
		{ kind: 'fewer', missing: 0, fewestReviews: 2, mostLoad: 3, colleagues: 0 },
		{ kind: 'more', missing: 0, fewestReviews: 3, mostLoad: 4, colleagues: 0 },
		{ kind: 'colleagues', missing: 0, fewestReviews: 3, mostLoad: 3, colleagues: 6 }
	]);
	expect(options[0]).toMatchObject({
		reserve: [
			{ reviewer: 'tutor-1', reviews: 3 },
			{ reviewer: 'tutor-2', reviews: 3 }
		]
	});
	expect(options[1]).toMatchObject({ works: Array(6).fill({ reviews: 2 }) });
	expect(options[2]).toMatchObject({ reviewers: Array(6).fill({ reviews: 4 }) });
	for (const { input: solved, allocation } of options) expect(verify(solved, allocation).faults).toEqual([]);
});

test('R115: colleagues of another group may do, and only they do', () => {
	const grouped = (n: number) => ({ group: `group-${n % 2}` });
	const option = optionsFor({
		...input,
		works: input.works.map((work, n) => ({ ...work, ...grouped(n) })),
		reviewers: input.reviewers.map((reviewer, n) => ({ ...reviewer, ...grouped(n) }))
	}).find(({ kind }) => kind === 'other_group');
	const groupOf = (id: string) => option?.input.reviewers.find((one) => one.id === id)?.group;

	expect(option).toMatchObject({ pairs: 6, worst: { missing: 0 } });
	for (const { reviewer, work } of option?.allocation.sameOrganisation ?? [])
		expect(groupOf(reviewer)).not.toBe(groupOf(work.replace('work of ', '')));
});

test('R115: a whole allocation needs no way out', () => {
	expect(optionsFor(schools([5, 5, 5], 3), tutors)).toEqual([]);
});

test('R115: fewer reviews and a reserve always lead to full works, however large one school is', () => {
	const anySizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 });
	fc.assert(
		fc.property(anySizes, fc.integer({ min: 1, max: 4 }), fc.nat(), (any, k, seed) => {
			const reserve = Array.from({ length: k }, (_, n) => ({ id: `tutor-${n}`, organisation: null }));
			const full = optionsFor(schools(any, k, seed), reserve).filter(
				({ kind }) => kind === 'reserve' || kind === 'fewer'
			);

			expect(full.map(({ worst }) => worst.missing)).toEqual(full.map(() => 0));
		}),
		{ numRuns: 60 }
	);
});

test('R115: why this pair: who could have reviewed the work, who could not and why, how even the loads are', () => {
	const asked = {
		...schools([4, 3, 2, 2], 2, 5),
		forbidden: [
			{ reviewer: 'person-1-0', work: 'work of person-0-0', because: 'earlier' as const },
			{ reviewer: 'person-2-0', work: 'work of person-0-0' }
		]
	};
	const found = allocate(asked);
	const why = explain(asked, found);
	const [pair] = found.pairs;

	expect(pair?.work).toBe('work of person-0-0');
	expect(why(pair!)).toEqual({
		how: 'drawn',
		organisations: { reviewer: expect.stringMatching(/school-[123]/), work: 'school-0' },
		couldReview: 5,
		couldNot: { own: 1, colleagues: 3, declared: 1, computed: 0, earlier: 1 },
		load: 2,
		loads: { least: 2, most: 2 },
		couple: false,
		seed: 5,
		version: 2
	});
	expect(why({ reviewer: 'person-0-1', work: 'work of person-0-0' })).toBeNull();
	expect(explain({ ...asked, fixed: [pair!] }, found)(pair!)).toMatchObject({ how: 'begun' });
});
