import { expect, test } from 'vitest';
import { textOfValue } from './value-text.ts';

const programme = {
	deficits: [{ key: 'D1', title: 'Речь' }],
	tasks: [
		{ key: 'T01', title: 'Пауза' },
		{ key: 'T02', title: 'Опора' }
	]
};

test('R121: a value is read as words: lists by lines, what is referred to by its title, numbers by their names', () => {
	expect(textOfValue('Цель', programme, 'goal')).toBe('Цель');
	expect(textOfValue(['T02', 'T01'], programme, 'tasks')).toBe('– Опора\n– Пауза');
	expect(textOfValue(['T02', 'T09'], programme, 'route_rules.developing_set')).toBe('– Опора\n– T09');
	expect(textOfValue([{ key: 'D1', role: 'primary' }], programme, 'tasks.T01.deficits')).toBe(
		'– Речь; основной'
	);
	expect(textOfValue({ key: 'm1', n: 1, title: 'Погружение', hours: 4 }, programme, 'modules.m1')).toBe(
		'Погружение\nАкадемические часы: 4'
	);
	expect(textOfValue('video_analysis', programme, 'modules.m1.activities.a1.kind')).toBe(
		'Анализ видеозаписей'
	);
	expect(textOfValue(true, programme, 'survey.anonymous')).toBe('да');
	expect(textOfValue(null, programme, 'relevance')).toBe('');
	expect(textOfValue('я'.repeat(2000), programme, 'goal')).toHaveLength(1201);
});
