import fc from 'fast-check';
import { expect, test } from 'vitest';
import vectors from '../golden/snils-vectors.json' with { type: 'json' };
import { readSnils, showSnils } from './index.ts';

const good = [
	...vectors.valid,
	...vectors.edge.map(({ value }) => value),
	...vectors.exempt.map(({ value }) => value)
];

test.each(good)('X5: %s is right and is shown as it is written', (value) => {
	const digits = readSnils(value);
	expect(digits).toBe(value.replace(/\D/g, ''));
	expect(showSnils(digits ?? '')).toBe(value);
});

test.each(vectors.invalid.map(({ value, why }) => [value, why]))('X5: %s is refused: %s', (value) => {
	expect(readSnils(value)).toBeNull();
});

test.each(vectors.accept_and_normalise.map(({ input, output }) => [input, output]))(
	'X5: «%s» is read as %s',
	(input, output) => {
		expect(showSnils(readSnils(input) ?? '')).toBe(output);
	}
);

test('X5: numbers up to 001-001-998 carry no control digits, the next one does', () => {
	expect([readSnils('001-001-998 99'), readSnils('001-001-999 99')]).toEqual(['00100199899', null]);
});

test('X5: no-break spaces are spaces', () => {
	expect(readSnils('\u00a0112\u00a0233\u202f445 95')).toBe('11223344595');
});

test('X5: of a checked number exactly one pair of control digits is right, and one wrong digit is noticed', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1_001_999, max: 999_999_999 }),
			fc.nat(8),
			fc.integer({ min: 1, max: 9 }),
			(n, at, by) => {
				const nine = String(n).padStart(9, '0');
				const right = Array.from({ length: 100 }, (_, pair) => nine + String(pair).padStart(2, '0')).filter(
					readSnils
				);
				expect(right.length).toBe(1);
				const [digits = ''] = right;
				const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
				// 100 and 0 are both written as 00: the one pair of sums that the check cannot tell apart.
				fc.pre(digits.slice(9) !== '00' && Number(wrong.slice(0, 9)) > 1_001_998);
				expect(readSnils(wrong)).toBeNull();
			}
		)
	);
});
