import type { DraftFinding } from '@stazhirovka/contract/authoring';
import { expect, test } from 'vitest';
import { countsOf, wordsIn } from './findings.ts';
import { nameOfReferable } from './thing.ts';

const found = (place: string, code: string): DraftFinding => ({
	...{ place, code, severity: 'error' },
	part: place.split('.')[0] ?? ''
});
const programme = {
	modules: [{ key: 'm1', title: '', activities: [] }],
	tasks: [{ key: 'T01', title: 'Пауза', deficits: [{ key: '', role: '' }] }]
};

test('R121: a part just begun has no faults, only what is left to write', () => {
	const blank = ['title', 'hours', 'minutes', 'mode'].map((field) =>
		found(`modules.m1.${field}`, 'shape.empty')
	);
	expect(countsOf(blank)).toEqual({ wrong: 0, left: 4 });
	expect(countsOf([...blank, found('modules.m1.n', 'key.out_of_order')])).toEqual({ wrong: 1, left: 4 });
});

test('R121: of an empty place the author reads what is to be done there, not a rule for what may stand in it', () => {
	const words = wordsIn(programme);
	const at = (place: string, code = 'shape.empty') => words.fault(found(place, code));
	expect(at('tasks.T01.deficits.0.key')).toBe('Выберите дефицит');
	expect(at('tasks.T01.deficits.0.role', 'shape.not_chosen')).toBe('Выберите из списка');
	expect(at('modules.m1.hours', 'shape.missing')).toBe('Укажите число');
	expect(at('modules.m1.title')).toBe('Заполните');
	expect(at('tasks.T01.deficits.0.key', 'shape.bad_key')).toContain('ключ не подходит');
	expect(words.place('tasks.T01.deficits.0.key')).toBe(
		'Задания › Пауза › Какие дефициты устраняет › Дефицит задания 1 › Дефицит'
	);
});

test('R82: what may be chosen is never called by its key', () => {
	const named = (key: string, path: (string | number)[], title = '') => nameOfReferable({ key, title, path });
	expect(named('m1a1', ['modules', 0, 'activities', 2])).toBe('Модуль 1, занятие 3');
	expect(named('m1a1', ['modules', 0, 'activities', 2], 'Знакомство')).toBe('Знакомство');
	expect(named('T07', ['tasks', 6])).toBe('Задание 7');
	expect(named('own_card_1', ['forms', 'own_card_1'])).toBe('Новая карта');
	expect(named('blank_plan', ['forms', 'blank_plan'])).toBe('Пустографка');
});
