import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, verify, type AllocationInput, type Pair } from '../index.ts';

/** Schools of the given sizes; everybody has written a work and reviews. */
function schools(sizes: readonly number[], perWork: number, seed = 1): AllocationInput {
	const reviewers = sizes.flatMap((size, school) =>
		Array.from({ length: size }, (_, n) => ({
			id: `person-${school}-${n}`,
			organisation: `school-${school}`
		}))
	);
	const works = reviewers.map(({ id, organisation }) => ({ id: `work of ${id}`, author: id, organisation }));
	return { works, reviewers, perWork, seed };
}

/**
 * The most reviews that can be given when colleagues never review each other and nobody gives more than `perWork`:
 * N·k plus the smallest, over all numbers y of works chosen by school, of Σ m·min(k, y − yₛ) − k·y.
 */
function mostReviews(sizes: readonly number[], perWork: number): number {
	const people = sizes.reduce((sum, size) => sum + size, 0);
	let smallest = 0;

	for (let chosen = 0; chosen <= people; chosen++) {
		let best = new Map([[0, 0]]);
		for (const size of sizes) {
			const next = new Map<number, number>();
			for (const [sum, value] of best) {
				for (let own = 0; own <= size && sum + own <= chosen; own++) {
					const found = value + size * Math.min(perWork, chosen - own);
					next.set(sum + own, Math.min(found, next.get(sum + own) ?? Infinity));
				}
			}
			best = next;
		}
		smallest = Math.min(smallest, (best.get(chosen) ?? Infinity) - perWork * chosen);
	}
	return people * perWork + smallest;
}

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
		const input = schools(sizes, k);
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
			const input = schools(sizes, k, seed);
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
		const input = schools(sizes, k);
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
	expect(allocate(input).sameOrganisation).toHaveLength(18);
});

test('R115: reviewers without a work take their share; authors who left review nothing', () => {
	const input = schools([3, 3, 2], 3);
	const reviewers = [...input.reviewers.slice(2), { id: 'expert', organisation: null }];
	const found = allocate({ ...input, reviewers });

	expect(verify({ ...input, reviewers }, found)).toEqual({ faults: [], loads: { least: 3, most: 4 } });
	expect(found.short).toEqual([]);
});

test('R115: a second round keeps what was begun and only adds to it', () => {
	const first = schools([4, 3, 2], 3, 5);
	const fixed = allocate(first).pairs;
	const late = { id: 'work of late', author: 'late', organisation: 'school-9' };
	const second = {
		...first,
		works: [...first.works, late],
		reviewers: [...first.reviewers, { id: 'late', organisation: 'school-9' }],
		fixed
	};
	const found = allocate(second);

	expect(fixed.filter((pair) => !has(found.pairs, pair))).toEqual([]);
	expect(found.pairs.filter((pair) => !has(fixed, pair)).map(({ work }) => work)).toEqual(
		Array(3).fill('work of late')
	);
	expect(verify(second, found)).toEqual({ faults: [], loads: { least: 0, most: 4 } });
});

test('R115: a review that was done by somebody who left still counts for the work', () => {
	const input = schools([2, 2, 2], 2);
	const gone = input.reviewers[0]?.id ?? '';
	const works = input.works.filter(({ author }) => author !== gone);
	const fixed = [{ reviewer: gone, work: works[2]?.id ?? '' }];
	const left = { ...input, works, reviewers: input.reviewers.slice(1), fixed };
	const found = allocate(left);

	expect(found.pairs.filter(({ work }) => work === fixed[0]?.work)).toHaveLength(1);
	expect(found.short).toEqual([]);
	expect(verify(left, found).faults).toEqual([]);
});

const anyConflicts = fc.record({
	sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
	k: fc.integer({ min: 1, max: 4 }),
	seed: fc.nat(),
	bars: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 40 }),
	begun: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 6 })
});

test('R115: with any conflicts as many reviews are given as can be, and no exchange makes loads more even', () => {
	fc.assert(
		fc.property(anyConflicts, ({ sizes, k, seed, bars, begun }) => {
			const plain = schools(sizes, k, seed);
			const pairsOf = (list: [number, number][]) =>
				list.flatMap(([r, w]): Pair[] => {
					const [reviewer, work] = [plain.reviewers[r], plain.works[w]];
					return reviewer && work && reviewer.id !== work.author
						? [{ reviewer: reviewer.id, work: work.id }]
						: [];
				});
			const fixed = pairsOf(begun).filter((pair, n, all) => !has(all.slice(0, n), pair));
			const input = { ...plain, fixed, forbidden: pairsOf(bars).filter((pair) => !has(fixed, pair)) };
			const found = allocate(input);
			const may = (reviewer: string, work: { id: string; author: string }) =>
				reviewer !== work.author && !has(input.forbidden, { reviewer, work: work.id });

			expect(verify(input, found).faults).toEqual([]);
			for (const work of input.works) {
				const able = input.reviewers.filter(({ id }) => may(id, work)).length;
				const missing = found.short.find((shortage) => shortage.work === work.id)?.missing ?? 0;
				expect(missing).toBe(Math.max(0, k - able));
			}
			expect(relief(input, found.pairs, may)).toBeNull();
		}),
		{ numRuns: 300 }
	);
});

/** A chain of takeovers that would bring a load down by handing work to somebody with two less; null when there is none. */
function relief(
	input: AllocationInput,
	pairs: Pair[],
	may: (reviewer: string, work: { id: string; author: string }) => boolean
): string | null {
	const load = (id: string) => pairs.filter(({ reviewer }) => reviewer === id).length;

	for (const { id: start } of input.reviewers) {
		const reached = [start];
		for (const giver of reached) {
			const gives = pairs.filter((pair) => pair.reviewer === giver && !has(input.fixed ?? [], pair));
			for (const { id: taker } of input.reviewers) {
				const takes = gives.some(({ work }) => {
					const found = input.works.find(({ id }) => id === work);
					return found && may(taker, found) && !has(pairs, { reviewer: taker, work });
				});
				if (!takes || reached.includes(taker)) continue;
				if (load(taker) <= load(start) - 2) return `${start} → ${taker}`;
				reached.push(taker);
			}
		}
	}
	return null;
}

function has(list: readonly Pair[], { reviewer, work }: Pair): boolean {
	return list.some((pair) => pair.reviewer === reviewer && pair.work === work);
}
