import type { RegisterDocument } from '@stazhirovka/contract/register';
import { expect, test } from 'vitest';
import { byDeadline, dueDocuments } from './due.ts';

const document = (id: string, left: number | null, uploaded = false) =>
	({
		id,
		deadline: left === null ? null : { day: `день ${left}`, left },
		uploaded: uploaded ? { on: '2027-01-01', package: '1' } : null
	}) as RegisterDocument;

test('X4: late documents and the nearest day are told; what is uploaded is late no more', () => {
	const all = [
		document('a', 20),
		document('b', -3),
		document('c', 5),
		document('d', 5),
		document('e', -9, true)
	];
	const { late, next } = dueDocuments(all);
	expect(late.map(({ document: { id } }) => id)).toEqual(['b']);
	expect(next).toEqual({ day: 'день 5', count: 2, soon: true });
	expect(byDeadline(all).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a', 'e']);
});

test('X4: today is not late yet, and nothing is told of documents without a day', () => {
	expect(dueDocuments([document('a', 0)])).toMatchObject({ late: [], next: { count: 1, soon: true } });
	expect(dueDocuments([document('a', null)])).toEqual({ late: [], next: null });
});
