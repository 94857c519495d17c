import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, verify, type AllocationInput, type Pair } from './index.ts';
import { has, lenientSchools, schools } from './example-schools.ts';

test('R115: a second round keeps what was begun and only adds to it', () => {
	const first = lenientSchools([4, 3, 2], 3, 5);
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
	const input = lenientSchools([2, 2, 2], 2);
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
	bars: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 90 }),
	begun: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 6 })
});

test('R115: with any conflicts as many reviews are given as can be, and no exchange makes loads more even', () => {
	fc.assert(
		fc.property(anyConflicts, ({ sizes, k, seed, bars, begun }) => {
			const plain = { ...schools(sizes, k, seed), excludeSameOrganisation: false, relax: { loads: true } };
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

const fewReviewers = fc.record({
	reviewers: fc.integer({ min: 3, max: 8 }),
	works: fc.integer({ min: 3, max: 11 }),
	perWork: fc.integer({ min: 1, max: 3 }),
	bars: fc.array(fc.boolean(), { minLength: 88, maxLength: 88 }),
	seed: fc.nat()
});

test('R115: few reviewers with many conflicts: no exchange makes loads more even', () => {
	fc.assert(
		fc.property(fewReviewers, ({ bars, ...sizes }) => {
			const rows = (count: number, kind: string) =>
				Array.from({ length: count }, (_, n) => ({ id: `${kind}-${n}`, author: '', organisation: null }));
			const input: AllocationInput = {
				...{ perWork: sizes.perWork, seed: sizes.seed, relax: { loads: true } },
				reviewers: rows(sizes.reviewers, 'reviewer'),
				works: rows(sizes.works, 'work')
			};
			const all = input.reviewers.flatMap(({ id }) =>
				input.works.map((work) => ({ reviewer: id, work: work.id }))
			);
			const forbidden = all.filter((_, n) => bars[n]);
			const may = (reviewer: string, { id }: { id: string }) => !has(forbidden, { reviewer, work: id });

			expect(relief(input, allocate({ ...input, forbidden }).pairs, may)).toBeNull();
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
