import { expect, test } from 'vitest';
import { changeBody, typedChange } from './typed-change.ts';

const sent = (fields: Record<string, string>) => changeBody(typedChange((name) => fields[name] ?? ''));

test('R130: numbers of a school are read as people write them; what is no number goes as it was written', () => {
	const typed = { title: 'Средний балл', before: '3,1', now: ' 3.40 ', better: 'lower', origin: 'отчёт' };
	expect(sent(typed)).toEqual({
		title: 'Средний балл',
		before: 3.1,
		now: 3.4,
		better: 'lower',
		origin: 'отчёт'
	});
	expect(JSON.stringify(sent({ ...typed, now: 'много', before: '' }))).toContain(
		'"before":null,"now":"много"'
	);
});
