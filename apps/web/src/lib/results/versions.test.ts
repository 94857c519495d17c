import type { FormDefinition } from '@stazhirovka/domain/forms';
import { expect, test } from 'vitest';
import { comparedSections } from './versions.ts';

const definition: FormDefinition = {
	key: 'final_work',
	title: 'Итоговая работа',
	sections: [
		{ key: 'passport', title: 'Паспорт', fields: [{ key: 'theme', label: 'Тема', kind: 'shortText' }] },
		{
			key: 'next',
			title: 'Следующий шаг',
			fields: [{ key: 'next', label: 'Следующий шаг', kind: 'longText' }]
		}
	]
};

test('R118: the sections in which two versions differ are told, the others stay quiet', () => {
	const compared = comparedSections(
		definition,
		{ theme: 'Опоры', next: '' },
		{ theme: 'Опоры', next: 'Добавлены замеры' }
	);
	expect(compared.map(({ section, fields }) => [section.key, fields.map(({ key }) => key)])).toEqual([
		['passport', []],
		['next', ['next']]
	]);
});
