import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validate, type Answer, type FormDefinition } from '../forms/index.ts';
import {
	areWholeMarks,
	calibrationStanding,
	compareMarks,
	exampleAnswer,
	exampleSheet,
	mayReview,
	staffMarks
} from './index.ts';

const levels = [0, 1, 2, 3].map((score) => ({ score, descriptor: `уровень ${score}` }));
const criteria = ['a', 'b', 'c'].map((key) => ({ key, title: key, levels }));
const marks = (a: number, b: number, c: number) => ({ a, b, c });

test('R116: marks are compared in levels, and a mean of one level is close enough', () => {
	expect(compareMarks(criteria, marks(3, 0, 1), marks(2, 1, 2))).toEqual({
		differences: [
			{ key: 'a', given: 3, staff: 2, apart: 1 },
			{ key: 'b', given: 0, staff: 1, apart: -1 },
			{ key: 'c', given: 1, staff: 2, apart: -1 }
		],
		deviation: 1,
		passed: true
	});
	expect(compareMarks(criteria, marks(3, 0, 0), marks(2, 1, 2))).toMatchObject({ passed: false });
	const uneven = [{ key: 'a', levels: [{ score: 0 }, { score: 5 }, { score: 10 }] }];
	expect(compareMarks(uneven, { a: 10 }, { a: 0 }).deviation).toBe(2);
});

const score = fc.integer({ min: 0, max: 3 });
const anyMarks = fc.tuple(score, score, score).map(([a, b, c]) => marks(a, b, c));

test('R116: who agrees with the staff passes, and neither side is preferred', () => {
	fc.assert(
		fc.property(anyMarks, anyMarks, (mine, theirs) => {
			expect(compareMarks(criteria, mine, mine)).toMatchObject({ deviation: 0, passed: true });
			const [there, back] = [compareMarks(criteria, mine, theirs), compareMarks(criteria, theirs, mine)];
			expect([there.deviation, there.passed]).toEqual([back.deviation, back.passed]);
		})
	);
});

test('R116: marks are whole when each criterion has one of its levels', () => {
	expect(areWholeMarks(criteria, marks(0, 1, 3))).toBe(true);
	expect(areWholeMarks(criteria, { a: 0, b: 1 })).toBe(false);
	expect(areWholeMarks(criteria, marks(0, 1, 4))).toBe(false);
	expect(areWholeMarks(criteria, { ...marks(0, 1, 2), d: 1 })).toBe(false);
});

test('R116: three tries, each on an example that was tried least, then the tutor decides', () => {
	const failed = (exampleId: string) => ({ exampleId, passed: false });
	expect(calibrationStanding([], [], false)).toEqual({ state: 'none' });
	expect(calibrationStanding(['x', 'y'], [], false)).toEqual({ state: 'open', next: 'x', left: 3 });
	expect(calibrationStanding(['x', 'y'], [failed('x')], false)).toEqual({
		state: 'open',
		next: 'y',
		left: 2
	});
	const three = [failed('x'), failed('y'), failed('x')];
	expect(calibrationStanding(['x', 'y'], three, false)).toEqual({ state: 'stuck' });
	expect(calibrationStanding(['x', 'y'], three, true)).toEqual({ state: 'admitted' });
	expect(calibrationStanding(['x'], [failed('x'), { exampleId: 'x', passed: true }], false)).toEqual({
		state: 'passed'
	});
});

test('R116: reviews are open to those who passed, were let through, or had nothing to mark', () => {
	const open = (['none', 'passed', 'admitted', 'stuck'] as const).filter((state) => mayReview({ state }));
	expect(open).toEqual(['none', 'passed', 'admitted']);
	expect(mayReview({ state: 'open', next: 'x', left: 1 })).toBe(false);
});

test('R116: an example is a work with a mark and a reason for each criterion, told apart again', () => {
	const work: FormDefinition = {
		...{ key: 'final_work', title: 'Работа' },
		sections: [
			{ key: 's', fields: [{ key: 'topic', label: 'Тема', kind: 'shortText', required: true }] },
			{
				key: 'f',
				fields: [{ key: 'files', label: 'Файлы', kind: 'file', maxFiles: 1, maxMegabytes: 1, extensions: [] }]
			}
		]
	};
	const sheet = exampleSheet(work, criteria);
	expect(sheet.sections.map(({ key }) => key)).toEqual(['s', 'staff_marks']);

	const own = criteria.flatMap(({ key }) => [
		[`staff_mark_${key}`, 2],
		[`staff_reason_${key}`, 'Связь подтверждена фактами']
	]);
	const answer: Answer = { topic: 'Дроби', ...Object.fromEntries(own) };
	expect(validate(sheet, answer, 'final')).toEqual([]);
	expect(validate(sheet, exampleAnswer(answer), 'final').length).toBe(6);
	expect(exampleAnswer(answer)).toEqual({ topic: 'Дроби' });
	expect(staffMarks(criteria, answer).scores).toEqual(marks(2, 2, 2));
});
