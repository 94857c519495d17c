import { expect, test } from 'vitest';
import type { FormDefinition } from '../../forms/index.ts';
import { held, NOTHING } from './example-log.ts';
import { lackingIn } from './index.ts';

const cell = (key: string, label: string) => ({ key, label, kind: 'shortText' as const, required: false });
const form: FormDefinition = {
	key: 'report',
	title: 'Отчёт',
	sections: [
		{
			key: 'all',
			title: 'Отчёт',
			fields: [
				{
					...{ key: 'events', label: 'Мероприятия', kind: 'table', required: true },
					columns: [cell('title', 'Мероприятие'), cell('count', 'Количество участников')]
				},
				{
					...{ key: 'works', label: 'Проекты стажёров', kind: 'table', required: true },
					columns: [cell('title', 'название'), cell('link', 'ссылка')]
				}
			]
		}
	]
};

test('R128, R138: a row without its link and an event without a record are told of as soon as they are written', () => {
	const answer = {
		events: [
			{ title: 'Семинар', count: '20' },
			{ title: 'Выезд', count: '9' }
		],
		works: [
			{ title: 'Урок', link: 'https://school.example/urok' },
			{ title: 'Игра', link: null },
			{ title: 'Карта', link: 'на сайте' },
			{ title: '', link: null }
		]
	};
	const log = { ...NOTHING, events: [held('Семинар', 20)] };
	expect(lackingIn(form, answer, log)).toEqual([
		{ kind: 'record', place: 'events.1.title' },
		{ kind: 'link', place: 'works.1.link' },
		{ kind: 'link', place: 'works.2.link' }
	]);
	expect(lackingIn(form, {}, log)).toEqual([]);
});
