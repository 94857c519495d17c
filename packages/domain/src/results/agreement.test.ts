import { expect, test } from 'vitest';
import { agreementOf } from '../peer-marks/index.ts';
import { agreementWord, criterionToRewrite, fairnessOf, varianceShares } from './index.ts';

const works = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `w${n}`);
const gradesBy = (value: (work: number, reviewer: number) => number) =>
	works.flatMap((work, n) =>
		['a', 'b', 'c'].map((reviewer, place) => ({ work, reviewer, value: value(n, place) }))
	);
const same = agreementOf(gradesBy((work) => work % 4));
const noise = agreementOf(gradesBy((work, reviewer) => (work * 7 + reviewer * 5) % 4));

test('a criterion on which all agree needs no rewriting; the one that is all rest does', () => {
	expect([agreementWord(same), agreementWord(noise)]).toEqual(['good', 'low']);
	expect(agreementWord(agreementOf(gradesBy((work) => work).slice(0, 6)))).toBe('unknown');
	expect(
		criterionToRewrite(
			new Map([
				['clear', same],
				['unclear', noise]
			])
		)
	).toBe('unclear');
	expect(criterionToRewrite(new Map([['clear', same]]))).toBeNull();
	const shares = varianceShares(noise);
	expect((shares?.work ?? 0) + (shares?.reviewer ?? 0) + (shares?.rest ?? 0)).toBeCloseTo(1, 9);
	expect(shares?.rest).toBeGreaterThan(0.8);
});

test('§3.10 where reviewers differ in strictness alone, no criterion is to be rewritten', () => {
	const strict = agreementOf(
		gradesBy((work, reviewer) => (work % 2) + [0, 4, 8][reviewer]! + ((work * reviewer) % 2))
	);
	expect(agreementWord(strict)).toBe('low');
	expect(criterionToRewrite(new Map([['strict', strict]]))).toBeNull();
});

test('fairness is told of groups of five marks and more, with an interval', () => {
	const of = (organisation: string, residuals: number[]) =>
		residuals.map((residual) => ({ organisation, residual }));
	const { shown, hidden } = fairnessOf([...of('Школа 1', [1, -1, 2, -2, 0]), ...of('Школа 2', [3, 3, 3, 3])]);
	expect(hidden).toBe(1);
	expect(shown).toMatchObject([{ organisation: 'Школа 1', grades: 5, mean: 0 }]);
	// sd = √2.5, so the reach is 1.96 · √(2.5 / 5).
	expect(shown[0]?.high).toBeCloseTo(1.96 * Math.sqrt(0.5), 9);
});
