import { expect, test } from 'vitest';
import type { FormDefinition } from '../forms/index.ts';
import { titleOf } from './index.ts';

const definition: FormDefinition = {
	key: 'final_work',
	title: 'Итоговая работа',
	sections: [
		{
			key: 'passport',
			fields: [
				{
					key: 'kind',
					label: 'Вид работы',
					kind: 'singleChoice',
					options: [{ value: 'урок', label: 'урок' }]
				},
				{ key: 'passport_3', label: 'Тема', kind: 'shortText' },
				{ key: 'passport_4', label: 'Дата проведения', kind: 'date' }
			]
		},
		{ key: 'tryout', fields: [{ key: 'tryout_date', label: 'Дата апробации', kind: 'date' }] }
	]
};

test.each([
	[{ kind: 'урок', passport_3: ' Дроби вокруг нас ' }, 'Урок: Дроби вокруг нас'],
	[{ kind: 'урок' }, 'Урок'],
	[{ passport_3: 'Дроби' }, 'Дроби'],
	[{}, 'Итоговая работа']
])('R114: a work with %o is called «%s»', (answer, title) => {
	expect(titleOf(definition, answer)).toBe(title);
});
