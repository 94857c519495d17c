import { expect, test } from 'vitest';
import { filterIn, pageIn } from './filter.ts';

const at = (query: string) => new URL(`http://stazhirovka.test/sites?${query}`);

test('a filter is read from the address, and what cannot be one is left out', () => {
	expect(filterIn(at('q=%20школа%20&status=active&on=2026-02-30&region=x&page=2&other=1'))).toEqual({
		q: 'школа',
		status: 'active'
	});
	expect(filterIn(at(''))).toEqual({});
});

test('a page that cannot be is the first one', () => {
	expect(['page=3', 'page=0', 'page=-1', 'page=x', 'page=1.5', ''].map((query) => pageIn(at(query)))).toEqual(
		[3, 1, 1, 1, 1, 1]
	);
});
