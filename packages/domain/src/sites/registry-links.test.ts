import { expect, test } from 'vitest';
import { doubtsOf, type RegistryRow } from './registry-links.ts';

const row = (table: number, n: number, subject: string, name: string, ...links: string[]): RegistryRow => ({
	...{ table, n, subject, name, nameAsGiven: name, links }
});

test('R157 a name of another subject is doubtful, one that names its own beside it is not', () => {
	const rows = [
		row(1, 1, 'Зареченская область', 'Институт развития образования Лесогорского края', 'http://a.example/'),
		row(1, 2, 'Лесогорский край', 'Лесогорский краевой институт', 'http://b.example/'),
		row(1, 3, 'Республика Озёрия', 'Институт Озерии и Лесогорского края', 'http://c.example/')
	];
	expect(doubtsOf(rows)).toEqual([['other_subject_in_name'], [], []]);
});

test('R157 the same row twice, an address of another subject, none at all, and a subject that the first table lacks', () => {
	const rows = [
		row(1, 1, 'Зареченская область', 'Институт', 'http://www.zar.example/'),
		row(1, 2, 'Лесогорский край', 'Академия', 'http://les.example/'),
		row(2, 1, 'Зареченская область', 'Институт', 'https://zar.example/a'),
		row(2, 2, 'Зареченская область', 'Институт', 'https://zar.example/a'),
		row(3, 1, 'Лесогорский край', 'Академия', 'https://les.example/b', 'http://zar.example/x'),
		row(3, 2, 'Туманный край', 'Центр'),
		{ ...row(3, 3, 'Лесогорский край', 'Школа', 'http://les.example/c'), nameAsGiven: 'Школа/p>' }
	];
	expect(doubtsOf(rows)).toEqual([
		[],
		[],
		['row_twice'],
		['row_twice'],
		['link_of_other_subject'],
		['not_in_first_table', 'no_link'],
		['markup']
	]);
});

test('R157 a host that two subjects share equally is nobody’s', () => {
	const rows = [
		row(1, 1, 'Зареченская область', 'Институт', 'https://disk.example/1'),
		row(1, 2, 'Лесогорский край', 'Академия', 'https://disk.example/2')
	];
	expect(doubtsOf(rows)).toEqual([[], []]);
});
