import { expect, test } from 'vitest';
import { alikeComments, favoursOf, keepDiscoveries, straightLines } from '../index.ts';

test('of many tests those are kept that the procedure of Benjamini and Hochberg keeps', () => {
	// The fifteen p-values of their paper: at 5 % four are kept, by Bonferroni three.
	const published = [
		0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
		0.759, 1
	];
	expect(keepDiscoveries(published, 0.05).filter(Boolean).length).toBe(4);
	expect(keepDiscoveries([0.5, 0.001, 0.9], 0.05)).toEqual([false, true, false]);
	// A p-value above its own limit is kept where a greater one is below its own.
	expect(keepDiscoveries([0.03, 0.04, 0.045], 0.05)).toEqual([true, true, true]);
	expect(keepDiscoveries([], 0.05)).toEqual([]);
});

test('a school that lifts another one stands out, and nobody else does', () => {
	const schools = ['east', 'north', 'west'];
	const grades = schools.flatMap((from) =>
		schools.flatMap((to) =>
			Array.from({ length: 20 }, (_, n) => ({
				reviewer: `${from}-${n}`,
				work: `${to}-${n}`,
				from,
				to,
				residual: ((n * 7) % 10) - 4.5 + (from === 'east' && to === 'west' ? 6 : 0)
			}))
		)
	);
	const favours = favoursOf(grades, { seed: 3, permutations: 2_000 });
	expect(favours.length).toBe(9);
	expect(favours.filter(({ isKept }) => isKept)).toEqual([
		{ from: 'east', to: 'west', grades: 20, mean: 6, p: expect.closeTo(1 / 2_001, 9), isKept: true }
	]);
	expect(favoursOf(grades.slice(0, 2), { seed: 3 })).toEqual([]);
});

test('one score for everything is seen; even scores and few scores are not', () => {
	const varied = Array.from({ length: 5 }, (_, n) => ({
		reviewer: `r${n}`,
		scores: [0, 1, 2, 3, 2, 1, 3, 2, 0]
	}));
	const line = { reviewer: 'line', scores: Array<number>(18).fill(3) };
	const nearly = { reviewer: 'nearly', scores: [...Array<number>(17).fill(3), 2] };
	const short = { reviewer: 'short', scores: [3, 3, 3] };
	expect(straightLines([...varied, nearly, line, short]).map(({ reviewer, sd }) => [reviewer, sd])).toEqual([
		['line', 0],
		['nearly', expect.closeTo(0.229, 3)]
	]);
	expect(straightLines([line, { ...line, reviewer: 'other' }])).toEqual([]);
});

test('copied comments are found in spite of case, «ё» and punctuation, own words and short ones are not', () => {
	const text =
		'Карта урока ещё составлена подробно, но не хватает примеров того, как учитель меняет темп для ученика.';
	const copied =
		'карта урока еще составлена подробно но не хватает примеров того как учитель МЕНЯЕТ темп для всех';
	const own =
		'Мне понравилось, как описана работа в парах: видно, кто что делает и сколько времени на это дано.';
	const comments = [
		{ id: 'b', text: copied },
		{ id: 'a', text },
		{ id: 'c', text: own },
		{ id: 'd', text: 'Хорошая работа, спасибо вам!' },
		{ id: 'e', text: 'Хорошая работа, спасибо вам!' }
	];
	expect(alikeComments(comments)).toEqual([{ one: 'a', other: 'b', share: expect.closeTo(13 / 15, 9) }]);
	expect(alikeComments([...comments].reverse())).toEqual(alikeComments(comments));
});
