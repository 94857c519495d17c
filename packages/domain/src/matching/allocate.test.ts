import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, mostReviews, verify } from './index.ts';
import { lenientSchools, schools } from './example-schools.ts';

test.each([
	[[2, 2, 1], 3, 14, 15],
	[[3, 3, 1], 4, 26, 28],
	[[6, 3, 3], 3, 36, 36],
	[[20, 10, 5, 5], 3, 120, 120],
	[[21, 10, 5, 4], 3, 114, 120],
	[[10, 10, 10], 3, 90, 90],
	[[15, 8, 7], 3, 90, 90]
])(
	'R115: schools of %j, %i reviews each: %i of %i without colleagues, and the rest by as few as possible',
	(sizes, k, most, all) => {
		const input = lenientSchools(sizes, k);
		const found = allocate(input);

		expect(mostReviews(sizes, k)).toBe(most);
		expect([found.pairs.length, found.sameOrganisation.length]).toEqual([all, all - most]);
		expect(verify(input, found)).toEqual({ faults: [], loads: { least: k, most: k } });
	}
);

const anySchools = fc
	.tuple(
		fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
		fc.integer({ min: 1, max: 5 }),
		fc.nat()
	)
	.filter(([sizes]) => sizes.reduce((sum, size) => sum + size, 0) <= 40 && sizes.join() !== '1');

test('R115: for any schools every work is full, loads are equal, colleagues are as few as the exact bound allows', () => {
	fc.assert(
		fc.property(anySchools, ([sizes, wanted, seed]) => {
			const people = sizes.reduce((sum, size) => sum + size, 0);
			const k = Math.min(wanted, people - 1);
			const input = lenientSchools(sizes, k, seed);
			const found = allocate(input);

			expect(verify(input, found)).toEqual({ faults: [], loads: { least: k, most: k } });
			expect(found.short).toEqual([]);
			expect(found.sameOrganisation).toHaveLength(people * k - mostReviews(sizes, k));
		}),
		{ numRuns: 150 }
	);
});

test('R115: without organisations the reviews are in one piece, and nobody reviews their own reviewer', () => {
	for (let people = 5; people <= 40; people++) {
		for (const k of [2, 3, 4]) {
			if (people < 2 * k + 1) continue;
			const { reciprocal, islands, short } = allocate(
				schools(
					Array.from({ length: people }, () => 1),
					k,
					people
				)
			);
			expect({ people, k, reciprocal, islands, short }).toEqual({
				people,
				k,
				reciprocal: 0,
				islands: 1,
				short: []
			});
		}
	}
});

test.each([
	[[2, 2, 2], 2],
	[[3, 3, 3], 3],
	[[4, 4, 4], 4],
	[[2, 2, 2, 2, 2], 4],
	[[10, 10, 10], 3],
	[[7, 6, 5, 2], 3],
	[[12, 9, 8, 6, 5], 3]
])('R115: schools of %j with %i reviews each need no couples and no islands, however tight', (sizes, k) => {
	for (let seed = 0; seed < 20; seed++) {
		const { reciprocal, islands, sameOrganisation } = allocate(schools(sizes, k, seed));
		expect({ seed, reciprocal, islands, sameOrganisation }).toEqual({
			seed,
			reciprocal: 0,
			islands: 1,
			sameOrganisation: []
		});
	}
});

test.each([
	[[1], 3, 0, [3]],
	[[1, 1], 3, 2, [2, 2]],
	[[1, 1, 1], 3, 6, [1, 1, 1]],
	[[], 3, 0, []]
])(
	'R115: too few people (%j) for %i reviews: %i are given and the rest is named',
	(sizes, k, given, missing) => {
		const input = lenientSchools(sizes, k);
		const found = allocate(input);

		expect(found.pairs).toHaveLength(given);
		expect(found.short.map((shortage) => shortage.missing)).toEqual(missing);
		expect(verify(input, found).faults).toEqual([]);
	}
);

test('R115: the same input and seed give the same allocation, in whatever order the rows come', () => {
	const input = schools([8, 5, 4, 3], 3, 77);
	const turned = { ...input, works: input.works.toReversed(), reviewers: input.reviewers.toReversed() };

	expect(allocate(turned)).toEqual(allocate(input));
	expect(allocate({ ...input, seed: 78 }).pairs).not.toEqual(allocate(input).pairs);
});

test('R115: no reviewer of a work can be foreseen: every allowed pair comes about equally often', () => {
	const runs = 800;
	const counts = new Map<string, number>();
	for (let seed = 0; seed < runs; seed++) {
		for (const { reviewer, work } of allocate(schools([1, 1, 1, 1, 1, 1, 1, 1], 2, seed)).pairs) {
			counts.set(`${reviewer} ${work}`, (counts.get(`${reviewer} ${work}`) ?? 0) + 1);
		}
	}

	const expected = (runs * 2) / 7;
	const sigma = Math.sqrt(runs * (2 / 7) * (5 / 7));
	expect(counts.size).toBe(56);
	expect([...counts.values()].filter((count) => Math.abs(count - expected) > 4.5 * sigma)).toEqual([]);
});

test('R115: people of an unknown organisation are nobody’s colleagues; the exclusion can be switched off', () => {
	const input = schools([6], 3);
	const unknown = input.reviewers.map((reviewer) => ({ ...reviewer, organisation: null }));

	expect(allocate({ ...input, reviewers: unknown }).sameOrganisation).toEqual([]);
	expect(allocate({ ...input, excludeSameOrganisation: false }).sameOrganisation).toEqual([]);
	expect(allocate(input).pairs).toEqual([]);
	expect(allocate(lenientSchools([6], 3)).sameOrganisation).toHaveLength(18);
});

test('R115: reviewers without a work take their share; authors who left review nothing', () => {
	const input = schools([3, 3, 2], 3);
	const reviewers = [...input.reviewers.slice(2), { id: 'expert', organisation: null }];
	const found = allocate({ ...input, reviewers });

	expect(verify({ ...input, reviewers }, found)).toEqual({ faults: [], loads: { least: 3, most: 4 } });
	expect(found.short).toEqual([]);
});
