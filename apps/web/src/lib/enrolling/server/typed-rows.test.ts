import { expect, test } from 'vitest';
import { typedRows } from './typed-rows.ts';

const row = {
	...{ row: 2, surname: '', givenName: 'Вера', patronymic: '', email: 'v@school.example' },
	...{ position: '', organisation: '', formulas: ['surname' as const] }
};
function sent(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

test('what was typed into a row replaces its cells, and a formula that was written over is gone', () => {
	const data = sent({ rows: JSON.stringify([row]), 'surname.2': 'Проба', 'email.3': 'other@school.example' });
	expect(typedRows(data)).toEqual([{ ...row, surname: 'Проба', formulas: [] }]);
});

test('a formula that nobody has written over stays a fault', () => {
	expect(typedRows(sent({ rows: JSON.stringify([row]), 'surname.2': '' }))).toEqual([row]);
});

test.each([
	['nothing', ''],
	['broken JSON', '[{'],
	['something else', '{"row":1}'],
	['rows of another shape', '[1,null,{"row":"2"}]']
])('%s gives no rows', (_, rows) => {
	expect(typedRows(sent({ rows }))).toEqual([]);
});
