import { expect, test } from 'vitest';
import { wayOf } from './way.ts';

const way = [
	{ step: 'completeness', state: 'now', by: 'Оператор' },
	{ step: 'act', state: 'later', by: null }
] as const;
const shown = (facts: Omit<Parameters<typeof wayOf>[0], 'way'> & { way?: readonly unknown[] }) =>
	wayOf({ ...facts, way: [...way] } as Parameters<typeof wayOf>[0]).map(({ title, tone, current }) => [
		title,
		tone,
		current
	]);

test('a draft waits for its author, whatever comes after', () => {
	expect(shown({ state: 'draft', direct: false })[0]).toEqual(['Заполнить и подать заявку', 'need', true]);
	expect(shown({ state: 'returned', direct: false })[0]?.[1]).toBe('need');
});

test('what is handed in stands at the step of the regulation', () => {
	expect(shown({ state: 'submitted', direct: false })).toEqual([
		['Заполнить и подать заявку', 'done', false],
		['Проверка полноты', 'waiting', true],
		['Акт о присвоении статуса', 'locked', false]
	]);
});

test('a site without an application begins with its registration', () => {
	expect(shown({ state: 'complete', direct: true })[0]).toEqual([
		'Зарегистрировать организацию',
		'done',
		false
	]);
});

test('of what is over nothing is to be done', () => {
	for (const state of ['withdrawn', 'declined'] as const)
		expect(shown({ state, direct: false }).map(([, , current]) => current)).toEqual([false, false, false]);
});
