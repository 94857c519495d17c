import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankAnswer } from './blank.ts';
import { isCalendarDate } from '../calendar/index.ts';
import type { Field, FormDefinition } from './definition.ts';
import { guardedTexts } from './guarded.ts';
import { progress } from './progress.ts';
import { fieldsOf, validate } from './validate.ts';

const options = fc
	.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 4 })
	.map((values) => values.map((value) => ({ value, label: value })));
const levels = fc.constantFrom(
	[
		{ value: 0, label: 'нет' },
		{ value: 1, label: 'да' }
	],
	[
		{ value: 0, label: 'нет' },
		{ value: null, label: 'не видно' }
	]
);
const kind = fc.oneof(
	fc.record({
		kind: fc.constantFrom(
			'shortText',
			'longText',
			'number',
			'numbers',
			'date',
			'period',
			'person',
			'computed'
		)
	}),
	fc.record({ kind: fc.constant('shortText'), pattern: fc.constant('pupilCode') }),
	fc.record({ kind: fc.constantFrom('singleChoice', 'multipleChoice', 'gradedChoice', 'ordering'), options }),
	fc.record({ kind: fc.constant('scale'), levels }),
	fc.record({ kind: fc.constant('matrix'), rows: options, columns: options, levels }),
	fc.record({
		kind: fc.constant('table'),
		minRows: fc.nat(3),
		columns: fc.constant([
			{ key: 'a', label: 'A', kind: 'longText', required: true, guarded: true },
			{ key: 'b', label: 'B', kind: 'number' }
		])
	}),
	fc.record({
		kind: fc.constant('file'),
		maxFiles: fc.nat(3),
		maxMegabytes: fc.constant(1),
		extensions: fc.constant([])
	})
);
const fields = fc
	.array(fc.tuple(kind, fc.boolean()), { minLength: 1, maxLength: 8 })
	.map((kinds) => kinds.map(([of, required], n) => ({ key: `f${n}`, label: 'F', required, ...of }) as Field));
const form = fields.map((of): FormDefinition => ({
	key: 'form',
	title: 'Форма',
	sections: [{ key: 's', fields: of }]
}));

/** Answers that reach the fields: any value at all under their keys, and hostile keys beside. */
const anyValue = fc.oneof(
	fc.anything({
		withNullPrototype: true,
		withBigInt: true,
		withSparseArray: true,
		withDate: true,
		maxDepth: 4
	}),
	fc.array(fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'from', 'to'), fc.jsonValue())),
	fc.dictionary(fc.constantFrom('a', 'aa', '__proto__', 'from', 'to', 'length'), fc.anything())
);
const answer = fc.oneof(
	fc.dictionary(fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', '__proto__', 'constructor'), anyValue),
	fc.anything()
);

test('no value in the world makes the form engine throw', () => {
	fc.assert(
		fc.property(form, answer, (definition, given) => {
			expect(Array.isArray(validate(definition, given, 'draft'))).toBe(true);
			expect(Array.isArray(validate(definition, given, 'final'))).toBe(true);
			expect(Array.isArray(guardedTexts(definition, given))).toBe(true);
			expect(progress(definition, given).answered).toBeLessThanOrEqual(progress(definition, given).total);
		}),
		{ numRuns: 1000 }
	);
});

test('deep nesting is refused, not followed', () => {
	const deep: unknown = JSON.parse('{"a":'.repeat(4000) + '1' + '}'.repeat(4000));
	const definition: FormDefinition = {
		key: 'form',
		title: 'Форма',
		sections: [{ key: 's', fields: [{ key: 'a', label: 'A', kind: 'longText' }] }]
	};
	expect(validate(definition, deep, 'draft')).toEqual([{ path: 'a', code: 'wrong_type' }]);
});

test('what a draft refuses, a final answer refuses too', () => {
	fc.assert(
		fc.property(form, answer, (definition, given) => {
			const draft = validate(definition, given, 'draft');
			const final = validate(definition, given, 'final');
			expect(draft.length > 0 && final.length === 0).toBe(false);
		}),
		{ numRuns: 500 }
	);
});

test('a blank answer is a good draft in which nothing is answered', () => {
	fc.assert(
		fc.property(form, (definition) => {
			const blank = blankAnswer(definition);
			const typed = fieldsOf(definition).filter((field) => field.kind !== 'computed');
			const required = typed.filter((field) => field.required).length;

			expect(validate(definition, blank, 'draft')).toEqual([]);
			expect(progress(definition, blank)).toEqual({ answered: 0, total: required || typed.length });
			expect(validate(definition, blank, 'final').map((fault) => fault.code)).toEqual(
				Array.from({ length: required }, () => 'required')
			);
		})
	);
});

test('a date is real exactly when the calendar gives it back', () => {
	const part = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33));
	fc.assert(
		fc.property(part, ([year, month, day]) => {
			const two = (n: number) => String(n).padStart(2, '0');
			const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
			const read = new Date(`${written}T00:00:00Z`);
			const real = !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === written;

			expect(isCalendarDate(written)).toBe(real);
		}),
		{ numRuns: 2000 }
	);
});
