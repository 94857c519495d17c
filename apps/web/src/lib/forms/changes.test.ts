import type { Field, FormDefinition } from '@stazhirovka/domain/forms';
import { expect, test } from 'vitest';
import { applyChange, orderOf, readChange, writeChange } from './changes.ts';

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
const fields: Field[] = [
	{ key: 'steps', label: 'Steps', kind: 'ordering', options },
	{
		key: 'rows',
		label: 'Rows',
		kind: 'table',
		maxRows: 2,
		columns: [{ key: 'x', label: 'X', kind: 'shortText' }]
	},
	{ key: 'marks', label: 'Marks', kind: 'numbers', maxItems: 3 },
	{ key: 'note', label: 'Note', kind: 'longText' }
];
const form: FormDefinition = { key: 'f', title: 'F', sections: [{ key: 's', fields }] };

test('a button says the same to the server as to the browser', () => {
	const change = { kind: 'remove', key: 'rows:of:10', at: 12 } as const;

	expect(readChange(writeChange(change))).toEqual(change);
});

test.each(['', 'drop:1:rows', 'add:x:rows', 'add:1:', 'add:9999:rows', null])('%s is no change', (said) => {
	expect(readChange(said)).toBe(null);
});

test('a row is added up to the limit and not beyond', () => {
	const one = applyChange(form, { rows: [{ x: '1' }] }, { kind: 'add', key: 'rows', at: 0 });
	const two = applyChange(form, one, { kind: 'add', key: 'rows', at: 0 });

	expect(one).toEqual({ rows: [{ x: '1' }, {}] });
	expect(two).toEqual(one);
});

test('the last row leaves an empty one behind', () => {
	expect(applyChange(form, { rows: [{ x: '1' }] }, { kind: 'remove', key: 'rows', at: 0 })).toEqual({
		rows: [{}]
	});
});

test('removing a row keeps the others in order', () => {
	const rows = [{ x: '1' }, { x: '2' }];

	expect(applyChange(form, { rows }, { kind: 'remove', key: 'rows', at: 0 })).toEqual({ rows: [{ x: '2' }] });
});

test('a second measurement is added to an untouched list', () => {
	expect(applyChange(form, { marks: [] }, { kind: 'add', key: 'marks', at: 0 })).toEqual({
		marks: [null, null]
	});
});

test('an element moves one place, and at the edge stays', () => {
	const placed = (kind: 'up' | 'down', at: number) =>
		applyChange(form, { steps: [] }, { kind, key: 'steps', at });

	expect(placed('up', 2)).toEqual({ steps: ['a', 'c', 'b'] });
	expect(placed('down', 0)).toEqual({ steps: ['b', 'a', 'c'] });
	expect(placed('up', 0)).toEqual({ steps: ['a', 'b', 'c'] });
});

test('keeping the order as shown is an answer', () => {
	expect(applyChange(form, { steps: [] }, { kind: 'keep', key: 'steps', at: 0 })).toEqual({
		steps: ['a', 'b', 'c']
	});
});

test('what is not placed yet follows what is, and strangers are left out', () => {
	expect(orderOf(options, ['c', 'z', 'c'])).toEqual(['c', 'a', 'b']);
});

test('a field of another kind and an unknown field do not change', () => {
	expect(applyChange(form, { note: 'n' }, { kind: 'add', key: 'note', at: 0 })).toEqual({ note: 'n' });
	expect(applyChange(form, { note: 'n' }, { kind: 'add', key: 'nowhere', at: 0 })).toEqual({ note: 'n' });
});
