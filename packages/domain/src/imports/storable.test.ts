import { expect, test } from 'vitest';
import { unstorablePlaces } from './storable.ts';

const nested = (depth: number, inner: unknown): unknown => (depth ? { a: nested(depth - 1, inner) } : inner);

test('a text that PostgreSQL refuses is told with its whole place', () => {
	expect(
		unstorablePlaces({ modules: [{ title: 'Мо\0дуль' }, { title: '\ud800' }, { title: 'Модуль' }] })
	).toEqual(['modules.1.title', 'modules.0.title']);
});

test('a nesting without end is told by the beginning of its place', () => {
	expect(unstorablePlaces(nested(50, 'here'))).toEqual([]);
	expect(unstorablePlaces(nested(51, 'here'))).toEqual(['a.a.a.a.a']);
});
