import { OUTLINE, type Field, type Path } from '@stazhirovka/domain/outline';
import { expect, test } from 'vitest';
import { placeWords } from './place-words.ts';
import { labelAt } from './words.ts';

const programme = {
	modules: [
		{
			...{ key: 'm1', title: 'Погружение' },
			activities: [
				{ key: 'm1a1', title: 'Знакомство' },
				{ key: 'm1a2', title: '' }
			]
		}
	],
	forms: { blank_plan: { title: 'План урока', type: 'table', columns: [{ key: 'c1', label: 'Время' }] } },
	tasks: [{ key: 'T01', title: 'Минута понимания', self_check: [] }],
	videos: [{ key: 'V01', title: 'Урок в пятом классе' }],
	rubric: { criteria: [{ key: 'c1', title: 'Замысел' }] },
	survey: { questions: [{ key: 'q1', text: 'Что помогло?' }] }
};

test.each([
	['videos.V01.file', 'Видеозаписи › Урок в пятом классе › Файл'],
	['modules.m1.activities.m1a1.minutes', 'Модули › Погружение › Занятия › Знакомство › Минуты'],
	['modules.m1.activities.m1a2', 'Модули › Погружение › Занятия › Занятие 2'],
	['forms.blank_plan.columns.c1', 'Карты › План урока › Столбцы › Время'],
	['forms.deficit_card', 'Карты › Карта дефицитов'],
	['task:T01.report', 'Задания › Минута понимания'],
	['blank_plan.c1', 'Карты › План урока'],
	['peer_rubric.c1', 'Лист взаимоэкспертизы'],
	['survey.q1', 'Анкета'],
	['survey.questions.q1.text', 'Анкета › Вопросы › Что помогло? › Вопрос']
])('R121: a place is named by what stands there, never by its path: %s', (place, words) => {
	expect(placeWords(programme, place)).toBe(words);
});

test('R121: what was removed is named by what it was', () => {
	expect(placeWords(programme, 'tasks.T07', { key: 'T07', title: 'Опора' })).toBe('Задания › Опора');
	expect(placeWords(programme, 'relevance', 'Потому что')).toBe('Актуальность');
});

test('R121: everything that a programme holds has a name in Russian', () => {
	const names = labels({ kind: 'record', fields: OUTLINE }, []);
	expect(names.filter(([, name]) => !/[а-яё]/i.test(name))).toEqual([]);
});

function labels(field: Field, path: Path): [place: string, name: string][] {
	const own: [string, string][] = path.length > 0 ? [[path.join('.'), labelAt(path)]] : [];
	return [...own, ...fieldsIn(field).flatMap(([step, inner]) => labels(inner, [...path, ...step]))];
}

function fieldsIn(field: Field): [step: Path, inner: Field][] {
	switch (field.kind) {
		case 'record':
			return Object.entries(field.fields).map(([name, inner]) => [[name], inner]);
		case 'records':
			return Object.entries(field.fields).map(([name, inner]) => [[0, name], inner]);
		case 'keyed':
			return field.of.kind === 'record'
				? Object.entries(field.of.fields).map(([name, inner]) => [['blank_plan', name], inner])
				: [];
		case 'either':
			return Object.values(field.shapes).flatMap(fieldsIn);
		default:
			return [];
	}
}
