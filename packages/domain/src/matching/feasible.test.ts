import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schools } from './example-schools.ts';
import { mostByCuts, mostByFlow } from './example-referee.ts';
import { allocate, mostReviews, verify, type AllocationInput } from './index.ts';

test.each([
	[[2, 2, 1], 3, 14],
	[[3, 3, 1], 4, 26],
	[[6, 3, 3], 3, 36],
	[[20, 10, 5, 5], 3, 120],
	[[21, 10, 5, 4], 3, 114]
])(
	'R115: without colleagues schools of %j can give %i reviews each to %i places, and no more',
	(sizes, k, most) => {
		const input = schools(sizes, k);
		const found = allocate(input);

		expect([mostReviews(sizes, k), found.pairs.length]).toEqual([most, most]);
		expect(verify(input, found).faults).toEqual([]);
		expect(found.deficit?.missing ?? 0).toBe(input.works.length * k - most);
	}
);

function* partitions(people: number, largest = people): Generator<number[]> {
	if (people === 0) yield [];
	for (let first = Math.min(people, largest); first > 0; first--)
		for (const rest of partitions(people - first, first)) yield [first, ...rest];
}

test('R115: the bound for schools is the greatest flow, and the allocation reaches it, for all schools of up to 8 people', () => {
	for (let people = 1; people <= 8; people++) {
		for (const sizes of partitions(people)) {
			for (let k = 1; k < Math.min(people, 6); k++) {
				const input = schools(sizes, k);
				const [most, found] = [mostReviews(sizes, k), allocate(input)];
				expect([sizes, k, mostByFlow(input, () => k)]).toEqual([sizes, k, most]);
				expect([sizes, k, found.pairs.length]).toEqual([sizes, k, most]);
				expect([sizes, k, verify(input, found).faults]).toEqual([sizes, k, []]);
			}
		}
	}
}, 60_000);

const anything = fc
	.record({
		organisations: fc.array(fc.option(fc.nat(3)), { minLength: 1, maxLength: 8 }),
		guests: fc.array(fc.option(fc.nat(3)), { maxLength: 3 }),
		perWork: fc.integer({ min: 1, max: 4 }),
		most: fc.array(fc.option(fc.nat(5), { nil: undefined }), { maxLength: 11 }),
		bars: fc.array(fc.tuple(fc.nat(10), fc.nat(7)), { maxLength: 30 }),
		seed: fc.maxSafeNat()
	})
	.map(({ organisations, guests, perWork, most, bars, seed }): AllocationInput => {
		const name = (one: number | null) => (one === null ? null : `school-${one}`);
		const works = organisations.map((one, n) => ({
			id: `work-${n}`,
			author: `person-${n}`,
			organisation: name(one)
		}));
		const reviewers = [...organisations, ...guests].map((one, n) => {
			const bound = most[n];
			return { id: `person-${n}`, organisation: name(one), ...(bound === undefined ? {} : { most: bound }) };
		});
		const forbidden = bars
			.filter(([r, w]) => r < reviewers.length && w < works.length)
			.map(([r, w]) => ({ reviewer: `person-${r}`, work: `work-${w}` }));
		return { works, reviewers, perWork, forbidden, seed };
	});

/** The even number by its meaning: the least with room for all reviews. */
function even({ works, reviewers, perWork }: AllocationInput): number {
	const room = (level: number) => reviewers.reduce((sum, { most = level }) => sum + Math.min(level, most), 0);
	let level = 0;
	while (level < works.length * perWork && room(level) < works.length * perWork) level++;
	return level;
}

test('R115: with any conflicts and bounds as many reviews are given as the least cut allows, and the cut is named', () => {
	fc.assert(
		fc.property(anything, (input) => {
			const found = allocate(input);
			const most = mostByCuts(input, even(input));

			expect(verify(input, found).faults).toEqual([]);
			expect(found.pairs.length).toBe(most);
			expect(found.deficit?.missing ?? 0).toBe(input.works.length * input.perWork - most);
		}),
		{ numRuns: 300 }
	);
});

test('R115: to lift a conflict never takes a review away', () => {
	fc.assert(
		fc.property(anything, fc.nat(), (input, which) => {
			const bars = input.forbidden ?? [];
			const fewer = bars.filter((_, n) => n !== which % Math.max(1, bars.length));
			const after = allocate({ ...input, forbidden: fewer });

			expect(after.pairs.length).toBeGreaterThanOrEqual(allocate(input).pairs.length);
		}),
		{ numRuns: 200 }
	);
});

test('R115: no work lacks two reviews more than one whose reviewer could have come to it', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2, max: 9 }),
			fc.integer({ min: 1, max: 6 }),
			fc.nat(),
			(large, others, seed) => {
				const input = schools([large + others, ...Array<number>(others).fill(1)], 3, seed);
				const { short } = allocate(input);
				const ofLarge = input.works.slice(0, large + others).map(({ id }) => {
					return short.find(({ work }) => work === id)?.missing ?? 0;
				});

				expect(Math.max(...ofLarge) - Math.min(...ofLarge)).toBeLessThanOrEqual(1);
			}
		),
		{ numRuns: 60 }
	);
});

test('R115: why works stay short is told in numbers that can be counted again', () => {
	const { deficit } = allocate(schools([21, 10, 5, 4], 3));

	expect(deficit).toMatchObject({
		organisations: [{ organisation: 'school-0', works: 21, of: 21 }],
		worksInAll: 40,
		reviewers: 19,
		each: 3,
		needed: 63,
		exist: 57,
		missing: 6
	});
});

test('R115: in a further round, too, what is missing is proven with what was begun left out', () => {
	for (let seed = 0; seed < 10; seed++) {
		const input = schools([21, 10, 5, 4], 3, seed);
		const fixed = allocate(input).pairs.filter((_, n) => n % 3 === seed % 3);
		const found = allocate({ ...input, fixed });

		expect(verify({ ...input, fixed }, found).faults).toEqual([]);
		expect(found.deficit?.missing).toBe(6);
	}
});
