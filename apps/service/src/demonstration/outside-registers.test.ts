import { registryFile, registryRows } from '@stazhirovka/db/seeds';
import { doubtsOf } from '@stazhirovka/domain/sites';
import { expect, test } from 'vitest';

const rows = registryRows();
const found = doubtsOf(rows).flatMap((doubts, index) => {
	const { table, n } = rows[index]!;
	return doubts.length ? [[table, n, ...doubts]] : [];
});

test('R157 the rules find by themselves what people remarked about the three tables, and nothing else', () => {
	expect(found).toEqual([
		[1, 2, 'other_subject_in_name'],
		[1, 9, 'markup'],
		[2, 2, 'row_twice'],
		[2, 5, 'row_twice'],
		[2, 7, 'not_in_first_table'],
		[3, 4, 'link_of_other_subject']
	]);
	expect(registryFile(2).defects).toEqual([
		'строки 2 и 5 совпадают',
		'строка 7 (Ярославская область) отсутствует в таблице 1'
	]);
	expect(registryFile(3).defects).toEqual([
		'у Республики Татарстан (строка 4) второй адрес – сайт iro63.ru (Самарская область)'
	]);
	// Of the remarks about the first table one needs a person: that a higher school is the host (16).
	expect(rows.filter(({ note }) => note !== null).map(({ n }) => n)).toEqual([2, 9, 16]);
});
