import { describe, expect, test } from 'vitest';
import type { Field } from './definition.ts';
import {
	date,
	faults,
	field,
	file,
	long,
	matrix,
	numbers,
	number,
	ordering,
	period,
	person,
	pupil,
	seenScale,
	several,
	scale,
	table,
	text
} from './example-fields.ts';
import { validate } from './validate.ts';

describe('a final answer is complete', () => {
	test.each<[string, Field, unknown, object[]]>([
		[
			'a required text of spaces',
			{ ...text, required: true },
			' \u200b\n',
			[{ path: 'f', code: 'required' }]
		],
		['a required choice of nothing', { ...several, required: true }, [], [{ path: 'f', code: 'required' }]],
		['a required level', { ...scale, required: true }, null, [{ path: 'f', code: 'required' }]],
		['a text that is too short', long, ' да  ', [{ path: 'f', code: 'too_short', limit: 5, found: 2 }]],
		['two measurements of three', numbers, [1, 2], [{ path: 'f', code: 'too_few', limit: 3, found: 2 }]],
		['half a period', period, { from: '2027-01-18', to: '' }, [{ path: 'f.to', code: 'required' }]],
		[
			'a period backwards',
			period,
			{ from: '2027-02-02', to: '2027-02-01' },
			[{ path: 'f', code: 'period_backwards' }]
		],
		['half an order', ordering, ['c', 'a'], [{ path: 'f', code: 'incomplete_order', limit: 3, found: 2 }]],
		['an order with a place repeated', ordering, ['c', 'c', 'a'], [{ path: 'f', code: 'incomplete_order' }]],
		[
			'a required matrix left blank',
			{ ...matrix, required: true },
			{ P1: {} },
			[{ path: 'f', code: 'required' }]
		],
		[
			'a required matrix with a hole',
			{ ...matrix, required: true },
			{ P1: { a: 0, b: 1, c: 2 }, P2: { a: 0 } },
			[{ path: 'f.P2', code: 'required', limit: 3, found: 1 }]
		],
		[
			'one row of two',
			table,
			[{ stage: 'Начало' }, {}],
			[{ path: 'f', code: 'too_few', limit: 2, found: 1 }]
		],
		[
			'a row without its required cell',
			table,
			[{ stage: 'Начало' }, { minutes: 5 }],
			[{ path: 'f.1.stage', code: 'required' }]
		]
	])('%s', (_title, of, value, expected) => {
		expect(faults(of, value)).toEqual(expected);
	});
});

describe('a final answer that is complete has no faults', () => {
	test.each<[string, Field, unknown]>([
		['a text with ё, quotes and line breaks', text, 'Всё «хорошо»\r\n– да'],
		['characters outside the basic plane', text, 'Готово 👍🏽'],
		['line breaks of a browser count once', field({ kind: 'longText', maxLength: 5 }), 'а\r\nб\r\nв'],
		[
			'a text of just the least and of just the greatest length',
			field({ kind: 'longText', minLength: 5, maxLength: 5 }),
			'слова'
		],
		['a leap day', date, '2028-02-29'],
		['a leap day of a century', date, '2000-02-29'],
		['a period of one day', period, { from: '2027-01-18', to: '2027-01-18' }],
		['an empty period that is not required', period, { from: null, to: null }],
		['an order of all elements', ordering, ['c', 'a', 'b']],
		['«not seen» on a required scale that has it', { ...seenScale, required: true }, null],
		['zero on a required scale', { ...scale, required: true }, 0],
		['a full matrix', { ...matrix, required: true }, { P1: { a: 0, b: 1, c: 2 }, P2: { a: 0, b: 0, c: 0 } }],
		['a matrix that is not required with a hole', matrix, { P1: { a: 1 } }],
		['a table that is not required, left blank', table, [{}]],
		['negative measurements', numbers, [-1.5, 0, 2]],
		['a person named in words', person, 'Вереснёва Аглая Тихоновна'],
		['two files', file, ['018f-a', '018f-b']]
	])('%s', (_title, of, value) => {
		expect(faults(of, value)).toEqual([]);
	});
});

describe('R166: a pupil is only ever a letter', () => {
	test.each(['Ученик А', 'Ученик Я', 'Ученик Й'])('«%s» is allowed', (code) => {
		expect(faults(pupil, code)).toEqual([]);
	});

	test.each([
		'Петя',
		'Ученик Ё',
		'ученик А',
		'Ученик а',
		'Ученик A',
		'Ученик АБ',
		'Ученик А ',
		'Ученик\u00a0А',
		'Ученик А\n'
	])('«%s» is refused, in a draft too', (code) => {
		expect(faults(pupil, code, 'draft')).toEqual([{ path: 'f', code: 'pupil_code' }]);
	});
});

test('every fault is named at once, in the order of the form, unknown fields last', () => {
	const form = {
		key: 'form',
		title: 'Форма',
		sections: [
			{
				key: 'one',
				fields: [
					{ ...text, key: 'x', required: true },
					{ ...number, key: 'y' }
				]
			},
			{ key: 'two', fields: [{ ...date, key: 'z' }] }
		]
	};
	expect(validate(form, { z: 'завтра', role: 'admin', y: 99 }, 'final')).toEqual([
		{ path: 'x', code: 'required' },
		{ path: 'y', code: 'too_large', limit: 11, found: 99 },
		{ path: 'z', code: 'not_a_date' },
		{ path: 'role', code: 'unknown_field' }
	]);
});

test('keys of the prototype are unknown fields, never values', () => {
	const form = {
		key: 'form',
		title: 'Форма',
		sections: [{ key: 's', fields: [{ ...text, key: 'constructor' }] }]
	};
	const answer: unknown = JSON.parse('{"__proto__": {"constructor": 5}, "toString": "x"}');

	expect(validate(form, answer, 'final')).toEqual([
		{ path: '__proto__', code: 'unknown_field' },
		{ path: 'toString', code: 'unknown_field' }
	]);
});

test.each([null, undefined, 'text', 5, true, [], [{}]])(
	'an answer that is %j is refused as a whole',
	(answer) => {
		const form = { key: 'form', title: 'Форма', sections: [] };
		expect(validate(form, answer, 'draft')).toEqual([{ path: '', code: 'wrong_type' }]);
	}
);
