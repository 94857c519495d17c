import type { Field, FormDefinition } from '@stazhirovka/domain/forms';
import { expect, test } from 'vitest';
import { differing, filled, fitting, sameAnswer, storable } from './answers.ts';

const fields: Field[] = [
	{ key: 'who', label: 'Who', kind: 'shortText', pattern: 'pupilCode' },
	{ key: 'age', label: 'Age', kind: 'number', max: 11 },
	{
		key: 'plan',
		label: 'Plan',
		kind: 'table',
		columns: [
			{ key: 'stage', label: 'Stage', kind: 'shortText' },
			{ key: 'minutes', label: 'Minutes', kind: 'number' }
		]
	},
	{ key: 'marks', label: 'Marks', kind: 'numbers' },
	{ key: 'plan.notes', label: 'Notes', kind: 'longText' }
];
const form: FormDefinition = { key: 'f', title: 'F', sections: [{ key: 's', fields }] };

test('R166: a pupil’s name is not sent even in a draft', () => {
	expect(storable(form, { who: 'Ученик Б' }).answer).toEqual({ who: 'Ученик Б' });
	expect(storable(form, { who: 'Петя', age: 7 }).answer).toEqual({ age: 7 });
});

test('one wrong cell does not keep the rest of the table from being saved', () => {
	const plan = [
		{ stage: 'Start', minutes: 'семь' },
		{ stage: 'End', minutes: 5 }
	];
	const { answer, faults } = storable(form, { plan });

	expect(answer).toEqual({ plan: [{ stage: 'Start' }, { stage: 'End', minutes: 5 }] });
	expect(faults).toEqual([{ path: 'plan.0.minutes', code: 'wrong_type' }]);
	expect(plan[0]).toEqual({ stage: 'Start', minutes: 'семь' });
});

test('of a list of measurements the unreadable ones are left out', () => {
	const marks = [6, 'x', 7, 'y'] as unknown as number[];

	expect(storable(form, { marks }).answer).toEqual({ marks: [6, 7] });
});

test('a field whose key begins like another one’s is taken for itself', () => {
	const text = 7 as unknown as string;

	expect(storable(form, { plan: [], 'plan.notes': text }).answer).toEqual({ plan: [] });
});

test('every field has a value of its own shape, and strangers are dropped', () => {
	expect(filled(form, { age: 7, old: 'x' })).toEqual({
		who: '',
		age: 7,
		plan: [{}],
		marks: [],
		'plan.notes': ''
	});
});

test('the order of keys and the way of writing nothing do not make another answer', () => {
	expect(sameAnswer({ b: { y: 1, x: null }, a: '' }, { a: undefined, b: { y: 1 } })).toBe(true);
	expect(sameAnswer({ marks: [6, 7] }, { marks: [7, 6] })).toBe(false);
	expect(sameAnswer({ a: 0 }, {})).toBe(false);
});

test('of two versions only the fields that differ are shown', () => {
	const one = { who: 'Ученик А', age: 7, marks: [6] };
	const other = { who: 'Ученик А', age: 8, marks: [] };
	const shown = differing(form, one, other).sections.flatMap((section) =>
		section.fields.map(({ key }) => key)
	);

	expect(shown).toEqual(['age', 'marks']);
	expect(differing(form, one, { ...one }).sections).toEqual([]);
});

test('places for numbers that are still empty are neither stored nor wrong', () => {
	const marks: FormDefinition = {
		key: 'm',
		title: 'M',
		sections: [{ key: 's', fields: [{ key: 'marks', label: 'Marks', kind: 'numbers', minItems: 3 }] }]
	};
	expect(storable(marks, { marks: [6, null, 5] as number[] })).toEqual({
		answer: { marks: [6, 5] },
		faults: []
	});
	expect(storable(marks, { marks: ['six', null] as string[] }).answer).toEqual({ marks: [] });
});

test('what was typed into a form stays in it when the form is changed, as far as it can stand there', () => {
	const typed = {
		who: 'Ученик Б',
		age: 'семь',
		marks: 'много',
		plan: [{ stage: 'Начало', gone: 1 }],
		lost: 'x'
	};
	expect(fitting(form, typed as never)).toMatchObject({ who: 'Ученик Б' });
	expect(storable(form, filled(form, fitting(form, typed as never))).faults).toEqual([]);
});
