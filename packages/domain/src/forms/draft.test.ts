import { describe, expect, test } from 'vitest';
import type { Field } from './definition.ts';
import {
	computed,
	date,
	faults,
	file,
	graded,
	long,
	matrix,
	number,
	numbers,
	one,
	ordering,
	period,
	person,
	scale,
	several,
	table,
	text
} from './example-fields.ts';

describe('values that make no sense are refused even in a draft', () => {
	test.each<[string, Field, unknown, object[]]>([
		['a number in place of a text', text, 7, [{ path: 'f', code: 'wrong_type' }]],
		['a text with NUL', text, 'а\u0000б', [{ path: 'f', code: 'wrong_type' }]],
		['a text with an escape character', text, '\u001b[31m', [{ path: 'f', code: 'wrong_type' }]],
		['a text with a lone surrogate', text, 'а\ud800', [{ path: 'f', code: 'wrong_type' }]],
		[
			'501 characters in a short text',
			text,
			'я'.repeat(501),
			[{ path: 'f', code: 'too_long', limit: 500, found: 501 }]
		],
		['11 characters of 10', long, 'я'.repeat(11), [{ path: 'f', code: 'too_long', limit: 10, found: 11 }]],
		['a text in place of a number', number, '7', [{ path: 'f', code: 'wrong_type' }]],
		['infinity', number, Infinity, [{ path: 'f', code: 'wrong_type' }]],
		['not a number', number, NaN, [{ path: 'f', code: 'wrong_type' }]],
		['a fraction of a class', number, 2.5, [{ path: 'f', code: 'not_whole', found: 2.5 }]],
		['class 0', number, 0, [{ path: 'f', code: 'too_small', limit: 1, found: 0 }]],
		['class 12', number, 12, [{ path: 'f', code: 'too_large', limit: 11, found: 12 }]],
		['a text among measurements', numbers, [1, '2'], [{ path: 'f.1', code: 'wrong_type' }]],
		[
			'five measurements of four',
			numbers,
			[1, 2, 3, 4, 5],
			[{ path: 'f', code: 'too_many', limit: 4, found: 5 }]
		],
		['one number in place of measurements', numbers, 5, [{ path: 'f', code: 'wrong_type' }]],
		['the 30th of February', date, '2026-02-30', [{ path: 'f', code: 'not_a_date' }]],
		['a leap day of a year that has none', date, '2100-02-29', [{ path: 'f', code: 'not_a_date' }]],
		['a Russian date', date, '26.02.2027', [{ path: 'f', code: 'not_a_date' }]],
		['a number in place of a date', date, 20270226, [{ path: 'f', code: 'wrong_type' }]],
		[
			'an impossible end',
			period,
			{ from: '2027-01-01', to: '2027-13-01' },
			[{ path: 'f.to', code: 'not_a_date' }]
		],
		['a period with a third end', period, { from: null, till: null }, [{ path: 'f', code: 'wrong_type' }]],
		['an option that is not there', one, 'd', [{ path: 'f', code: 'not_an_option' }]],
		['an option of a graded choice that is not there', graded, 'd', [{ path: 'f', code: 'not_an_option' }]],
		['a list for one option', one, ['a'], [{ path: 'f', code: 'wrong_type' }]],
		['an unknown option among several', several, ['a', 'd'], [{ path: 'f', code: 'not_an_option' }]],
		['an option chosen twice', several, ['a', 'a'], [{ path: 'f', code: 'wrong_type' }]],
		[
			'more options than there are',
			several,
			['a', 'b', 'c', 'a'],
			[{ path: 'f', code: 'too_many', limit: 3, found: 4 }]
		],
		['an unknown element in an order', ordering, ['a', 'd'], [{ path: 'f', code: 'not_an_option' }]],
		['a level that is not there', scale, 3, [{ path: 'f', code: 'not_an_option' }]],
		['a text in place of a level', scale, '2', [{ path: 'f', code: 'wrong_type' }]],
		['a matrix as a list', matrix, [1], [{ path: 'f', code: 'wrong_type' }]],
		[
			'a level that the matrix does not have',
			matrix,
			{ P1: { a: 5 } },
			[{ path: 'f.P1.a', code: 'not_an_option' }]
		],
		['an unknown row', matrix, { P9: { a: 1 } }, [{ path: 'f.P9', code: 'unknown_field' }]],
		['an unknown column', matrix, { P1: { z: 1 } }, [{ path: 'f.P1.z', code: 'unknown_field' }]],
		['a row that is a number', matrix, { P1: 1 }, [{ path: 'f.P1', code: 'wrong_type' }]],
		['a table as an object', table, { 0: {} }, [{ path: 'f', code: 'wrong_type' }]],
		['a row that is a text', table, ['x'], [{ path: 'f.0', code: 'wrong_type' }]],
		[
			'a wrong cell',
			table,
			[{ stage: 'Начало', minutes: 0 }],
			[{ path: 'f.0.minutes', code: 'too_small', limit: 1, found: 0 }]
		],
		['an unknown cell', table, [{ extra: 'x' }], [{ path: 'f.0.extra', code: 'unknown_field' }]],
		['too many rows', table, [{}, {}, {}, {}], [{ path: 'f', code: 'too_many', limit: 3, found: 4 }]],
		['too many files', file, ['1', '2', '3'], [{ path: 'f', code: 'too_many', limit: 2, found: 3 }]],
		['a file without a name', file, [' '], [{ path: 'f.0', code: 'wrong_type' }]],
		['a person as a record', person, { id: 1 }, [{ path: 'f', code: 'wrong_type' }]],
		['a computed value that was typed', computed, 5, [{ path: 'f', code: 'unknown_field' }]]
	])('%s', (_title, of, value, expected) => {
		expect(faults(of, value, 'draft')).toEqual(expected);
	});
});

describe('a draft keeps what is not finished', () => {
	test.each<[string, Field, unknown]>([
		['a required text that is empty', { ...text, required: true }, ''],
		['a text that is too short', long, 'да'],
		['two measurements of three', numbers, [1, 2]],
		['half a period', period, { from: '2027-01-18', to: null }],
		['a period backwards', period, { from: '2027-02-01', to: '2027-01-01' }],
		['half an order', ordering, ['c']],
		['an order with a place repeated', ordering, ['c', 'c', 'a']],
		['a matrix with one cell', { ...matrix, required: true }, { P1: { a: 2 } }],
		['one row of two', table, [{ minutes: 5 }]],
		['a row left blank', table, [{ stage: '', minutes: null }, {}]]
	])('%s', (_title, of, value) => {
		expect(faults(of, value, 'draft')).toEqual([]);
	});
});
