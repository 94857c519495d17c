import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignReviewers, hasToAssign, shortageOf, type Stance, type Standing } from './index.ts';

const names = (letter: string, count: number) => Array.from({ length: count }, (_, n) => `${letter}${n}`);
const everyone = (applications: string[], reviewers: string[], standing: Standing): Stance[] =>
	applications.flatMap((application) => reviewers.map((reviewer) => ({ application, reviewer, standing })));

const anyCouncil = fc.record({
	applications: fc.integer({ min: 1, max: 8 }),
	reviewers: fc.integer({ min: 1, max: 8 }),
	perApplication: fc.integer({ min: 1, max: 4 }),
	seed: fc.nat(),
	standings: fc.array(fc.constantFrom<Standing>('free', 'free', 'free', 'conflict', 'undeclared'), {
		minLength: 64,
		maxLength: 64
	})
});

test('R27: nobody gets an application that they are in conflict with or have not declared on', () => {
	fc.assert(
		fc.property(anyCouncil, ({ applications, reviewers, perApplication, seed, standings }) => {
			const [works, people] = [names('a', applications), names('r', reviewers)];
			const stances = everyone(works, people, 'free').map((stance, n) => ({
				...stance,
				standing: standings[n] ?? 'undeclared'
			}));
			const { pairs, short } = assignReviewers({
				applications: works,
				reviewers: people,
				stances,
				perApplication,
				seed
			});

			const free = new Set(
				stances
					.filter(({ standing }) => standing === 'free')
					.map((one) => `${one.reviewer} ${one.application}`)
			);
			expect(pairs.filter((pair) => !free.has(`${pair.reviewer} ${pair.application}`))).toEqual([]);
			for (const work of works) {
				const able = stances.filter((one) => one.application === work && one.standing === 'free').length;
				const got = pairs.filter(({ application }) => application === work).length;
				const missing = short.find(({ application }) => application === work)?.missing ?? 0;
				expect([got, missing]).toEqual([Math.min(perApplication, able), Math.max(0, perApplication - able)]);
			}
		}),
		{ numRuns: 150 }
	);
});

test('R27: where everybody is free, loads differ by one at most, and every application has its number', () => {
	fc.assert(
		fc.property(anyCouncil, ({ applications, reviewers, perApplication, seed }) => {
			fc.pre(perApplication <= reviewers);
			const [works, people] = [names('a', applications), names('r', reviewers)];
			const { loads, short } = assignReviewers({
				applications: works,
				reviewers: people,
				stances: everyone(works, people, 'free'),
				perApplication,
				seed
			});
			const counts = loads.map(({ count }) => count);

			expect(short).toEqual([]);
			expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 100 }
	);
});

test('R27: what cannot be assigned says why', () => {
	const { short, pairs } = assignReviewers({
		applications: ['a0'],
		reviewers: ['r0', 'r1', 'r2', 'r3'],
		stances: [
			{ application: 'a0', reviewer: 'r0', standing: 'free' },
			{ application: 'a0', reviewer: 'r1', standing: 'conflict' }
		],
		perApplication: 2,
		seed: 1
	});
	expect(pairs).toEqual([{ application: 'a0', reviewer: 'r0' }]);
	expect(short).toEqual([{ application: 'a0', missing: 1, free: 1, conflicts: 1, undeclared: 2 }]);
});

test('R27: what is given already stays, and the rest evens the loads out', () => {
	const [works, people] = [names('a', 2), names('r', 3)];
	const fixed = [
		{ work: 'a0', reviewer: 'r0' },
		{ work: 'a0', reviewer: 'r1' }
	];
	const input = { applications: works, reviewers: people, stances: everyone(works, people, 'free'), fixed };
	const { pairs, loads } = assignReviewers({ ...input, perApplication: 2, seed: 5 });

	expect(pairs.filter(({ application }) => application === 'a0').map(({ reviewer }) => reviewer)).toEqual([
		'r0',
		'r1'
	]);
	expect(loads.map(({ count }) => count).toSorted()).toEqual([1, 1, 2]);
});

test('R27: a round that is not given out lacks nobody while enough members are free, and counts only its own slots', () => {
	const sitting = [
		{ id: 'a', standing: 'free' },
		{ id: 'b', standing: 'free' },
		{ id: 'c', standing: 'conflict' },
		{ id: 'd', standing: 'undeclared' }
	] as const;
	const of = (perApplication: number, assigned: string[]) => {
		const round = { perApplication, sitting, assigned };
		return [shortageOf(round)?.missing ?? 0, hasToAssign(round)];
	};
	expect(of(2, [])).toEqual([0, true]);
	expect(of(2, ['a'])).toEqual([0, true]);
	expect(of(2, ['a', 'b'])).toEqual([0, false]);
	expect(of(3, ['a', 'b'])).toEqual([1, false]);
	// Who has left the council and submitted holds the slot still.
	expect(of(3, ['a', 'gone'])).toEqual([0, true]);
	expect(shortageOf({ perApplication: 4, sitting, assigned: [] })).toEqual({
		...{ missing: 2, free: 2, conflicts: 1, undeclared: 1 }
	});
});
