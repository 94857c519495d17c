import { expect, test } from 'vitest';
import type { FormDefinition } from './definition.ts';
import { guardedTexts } from './guarded.ts';
import { progress, unanswered } from './progress.ts';

const form: FormDefinition = {
	key: 'card',
	title: 'Карта',
	sections: [
		{
			key: 's',
			fields: [
				{ key: 'topic', label: 'Тема', kind: 'shortText', required: true },
				{ key: 'reaction', label: 'Реакция', kind: 'longText', guarded: true, required: true, minLength: 10 },
				{ key: 'group', label: 'Группа', kind: 'shortText', guarded: true },
				{
					key: 'plan',
					label: 'План',
					kind: 'table',
					columns: [
						{ key: 'stage', label: 'Этап', kind: 'shortText' },
						{ key: 'action', label: 'Действие', kind: 'longText', guarded: true }
					]
				}
			]
		}
	]
};

test('R166: guarded texts are found with their places, in tables too', () => {
	const answer = {
		topic: 'Иванов Петя',
		reaction: 'Работал дольше',
		group: '',
		plan: [{ stage: 'Начало', action: 'Показал карточку' }, { action: 5 }, null, { action: 'Вернулся' }]
	};
	expect(guardedTexts(form, answer)).toEqual([
		{ path: 'reaction', text: 'Работал дольше' },
		{ path: 'plan.0.action', text: 'Показал карточку' },
		{ path: 'plan.3.action', text: 'Вернулся' }
	]);
});

test('progress counts required fields that would pass', () => {
	expect(progress(form, { topic: 'Тема', reaction: 'мало' })).toEqual({ answered: 1, total: 2 });
	expect(progress(form, { topic: 'Тема', reaction: 'достаточно слов' })).toEqual({ answered: 2, total: 2 });
});

test('what progress does not count is named in the order of the form', () => {
	const keys = (answer: unknown) => unanswered(form, answer).map(({ key }) => key);

	expect(keys({ reaction: 'мало' })).toEqual(['topic', 'reaction']);
	expect(keys({ topic: 'Тема', reaction: 'достаточно слов' })).toEqual([]);
});
