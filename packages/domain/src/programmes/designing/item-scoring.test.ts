import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import adhd from '../../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import formative from '../../../../../db/seeds/programmes/formative-16h.json' with { type: 'json' };
import type { ProgrammeDocument, ProgrammeItem } from '../document.ts';
import { readPoints } from '../reading/points.ts';
import { readDivisor } from '../reading/texts.ts';
import { bestOf, commonMaximum, coverageOf, pointsOf, settledItem, tryItem } from './item-scoring.ts';
import { formulaPhrase, itemPhrase } from './scoring-phrases.ts';

const [ADHD, FORMATIVE] = [adhd, formative] as unknown as ProgrammeDocument[] as [
	ProgrammeDocument,
	ProgrammeDocument
];
const ITEMS = [...ADHD.diagnostic.items, ...FORMATIVE.diagnostic.items];

describe('the phrase that is offered is the phrase that is read (R90)', () => {
	test('points of an item', () => {
		const types = fc.constantFrom('single_choice', 'multiple_choice', 'ordering');
		const points = fc.integer({ min: 0, max: 100 });
		fc.assert(
			fc.property(types, points, fc.option(points), (type, full, some) => {
				const almost = type === 'single_choice' ? null : some;
				expect(readPoints(type, itemPhrase(type, full, almost))).toEqual({ full, almost, other: 0 });
			})
		);
	});

	test('the share of a deficit', () => {
		fc.assert(
			fc.property(fc.nat({ max: 500 }), (n) => {
				expect(readDivisor(formulaPhrase(n))).toBe(n);
			})
		);
	});

	test('both demonstration programmes use the very words that are offered', () => {
		for (const { type, max, scoring } of ITEMS) {
			const almost =
				type === 'multiple_choice' || type === 'ordering'
					? (readPoints(type, scoring)?.almost ?? null)
					: null;
			expect(scoring).toBe(itemPhrase(type, max, almost));
		}
	});
});

describe('points of an item that is being written', () => {
	test('add up by themselves where answers carry them', () => {
		const graded = ITEMS.find(({ type }) => type === 'graded_choice')!;
		const raised = {
			...graded,
			options: graded.options!.map((option, n) => ({ ...option, score: n === 1 ? 7 : (option.score ?? 0) }))
		};
		expect([bestOf(raised), settledItem(raised).max, pointsOf(settledItem(raised))?.full]).toEqual([7, 7, 7]);
	});

	test('a settled item stays as it is, and one whose maximum was changed gets the words for it', () => {
		for (const item of ITEMS) {
			expect(settledItem(item)).toEqual(item);
			const other: ProgrammeItem = settledItem({ ...item, max: item.max + 1 });
			expect(pointsOf(other)?.full).toBe(other.max);
		}
	});

	test('trying it out gives the points of the diagnosis, or says why not', () => {
		const single = ITEMS.find(({ type }) => type === 'single_choice')!;
		const right = single.options!.find(({ correct }) => correct)!.key;
		const wrong = single.options!.find(({ correct }) => !correct)!.key;
		expect([right, wrong, undefined].map((answer) => tryItem(single, answer))).toEqual([
			{ ok: true, points: single.max, answered: true },
			{ ok: true, points: 0, answered: true },
			{ ok: true, points: 0, answered: false }
		]);
		expect(tryItem({ ...single, scoring: 'как получится' }, right)).toMatchObject({
			ok: false,
			findings: [{ code: 'rule.not_understood' }]
		});
	});
});

test('R122 coverage has a row for each deficit, and their maxima agree when they are all alike', () => {
	const coverage = coverageOf(ADHD.deficits, ADHD.diagnostic);
	expect(coverage.map(({ deficit }) => deficit)).toEqual(ADHD.deficits.map(({ key }) => key));
	expect(coverage[0]).toMatchObject({ knowledge: ['D1-K'], case: ['D1-C'], self_assessment: ['D1-S'] });
	expect(commonMaximum(coverage)).toBe(9);
	const less = { items: ADHD.diagnostic.items.slice(1) };
	expect(commonMaximum(coverageOf(ADHD.deficits, less))).toBeNull();
	expect(commonMaximum([])).toBeNull();
});
