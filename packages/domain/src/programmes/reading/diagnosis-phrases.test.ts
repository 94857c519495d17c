import { describe, expect, test } from 'vitest';
import { readFlags } from './conditions.ts';
import { isPointsOfOption, isPointsOfScale, readPoints } from './points.ts';
import { readMaxUnanswered } from './unanswered.ts';

describe('points of an item', () => {
	test.each([
		['single_choice', 'верно – 3, неверно – 0', { full: 3, almost: null, other: 0 }],
		['single_choice', 'Верно - 2 балла; неверно - 0 баллов.', { full: 2, almost: null, other: 0 }],
		['single_choice', 'верный ответ — 2, иначе 0', { full: 2, almost: null, other: 0 }],
		['single_choice', 'правильно: 4, в остальных случаях: 0', { full: 4, almost: null, other: 0 }],
		[
			'multiple_choice',
			'без ошибок – 2, одна ошибка (лишний или пропущенный вариант) – 1, иначе 0',
			{ full: 2, almost: 1, other: 0 }
		],
		['multiple_choice', 'без  ошибок – 4, 1 ошибка – 2, остальное – 0', { full: 4, almost: 2, other: 0 }],
		['multiple_choice', 'всё верно – 2, иначе 0', { full: 2, almost: null, other: 0 }],
		[
			'ordering',
			'верный порядок – 2, одна перестановка соседних – 1, иначе 0',
			{ full: 2, almost: 1, other: 0 }
		],
		['ordering', 'верный порядок – 3, иначе – 0', { full: 3, almost: null, other: 0 }]
	] as const)('%s: «%s»', (type, scoring, points) => {
		expect(readPoints(type, scoring)).toEqual(points);
	});

	test.each([
		['single_choice', 'верно – 3'],
		['single_choice', 'верно – 3, почти верно – 1, неверно – 0'],
		['single_choice', 'верно – 3, верный ответ – 2, неверно – 0'],
		['single_choice', 'без ошибок – 2, одна ошибка – 1, иначе 0'],
		['multiple_choice', 'за каждый верный вариант – 1'],
		['multiple_choice', 'верный порядок – 2, одна перестановка соседних – 1, иначе 0'],
		['ordering', 'верный порядок – два, одна ошибка – 1, иначе 0'],
		['ordering', '']
	] as const)('%s: «%s» is not understood', (type, scoring) => {
		expect(readPoints(type, scoring)).toBeNull();
	});

	test('graded choices and scales take their own points', () => {
		expect(
			['балл выбранного варианта', 'Баллы выбранного ответа.', 'балл варианта'].map(isPointsOfOption)
		).toEqual([true, true, true]);
		expect(['балл шкалы', 'баллы по шкале'].map(isPointsOfScale)).toEqual([true, true]);
		expect([isPointsOfOption('балл шкалы'), isPointsOfScale('верно – 3')]).toEqual([false, false]);
	});
});

const OVER = { label: 'переоценка', when: [{ sum: ['self_assessment'], op: '>=', value: 2 }] };

describe('flags of a mismatch', () => {
	test('both demonstration wordings', () => {
		expect(
			readFlags(
				'«переоценка», если самооценка ≥ 2 и (знание + кейс) < 3; «недооценка», если самооценка ≤ 1 и (знание + кейс) = 6'
			)
		).toEqual([
			{ label: 'переоценка', when: [...OVER.when, { sum: ['knowledge', 'case'], op: '<', value: 3 }] },
			{
				label: 'недооценка',
				when: [
					{ sum: ['self_assessment'], op: '<=', value: 1 },
					{ sum: ['knowledge', 'case'], op: '=', value: 6 }
				]
			}
		]);
		expect(readFlags('«переоценка», если самооценка ≥ 2 и знание = 0')).toEqual([
			{ label: 'переоценка', when: [...OVER.when, { sum: ['knowledge'], op: '=', value: 0 }] }
		]);
	});

	test.each([
		'"переоценка", если самооценка >= 2',
		'переоценка – если самооценка не ниже 2',
		'«переоценка» если  самооценка  не менее  двух',
		'«переоценка», если самооценка 2 и более;',
		'«переоценка», если самооценка больше или равно 2'
	])('«%s» is one flag', (text) => {
		expect(readFlags(text)).toEqual([OVER]);
	});

	test.each([
		[
			'«Ё», если знание + кейс < 2,5',
			[{ label: 'Ё', when: [{ sum: ['knowledge', 'case'], op: '<', value: 2.5 }] }]
		],
		[
			'«а», если знание > 1 и кейс не больше 2',
			[
				{
					label: 'а',
					when: [
						{ sum: ['knowledge'], op: '>', value: 1 },
						{ sum: ['case'], op: '<=', value: 2 }
					]
				}
			]
		]
	])('«%s»', (text, flags) => {
		expect(readFlags(text)).toEqual(flags);
	});

	test.each([
		'«переоценка», если самооценка высокая',
		'«переоценка», если самооценка ≥ 2 или знание = 0',
		'«переоценка», если портфолио ≥ 2',
		'«переоценка», если знание + знание < 3',
		'самооценка ≥ 2',
		'«», если самооценка ≥ 2'
	])('«%s» is not understood', (text) => {
		expect(readFlags(text)).toBeNull();
	});
});

describe('items left without an answer', () => {
	test.each([
		['неотвеченный пункт = 0 баллов; если не отвечено больше 4 пунктов, карта не строится', 4],
		['неотвеченный пункт – 0 баллов; если не отвечено более двух пунктов, карта не строится', 2],
		['если пропущено 5 и более пунктов, карта не строится', 4],
		['карта не строится, если не отвечено больше четырёх пунктов', 4]
	])('«%s»', (text, limit) => {
		expect(readMaxUnanswered(text)).toBe(limit);
	});

	test.each([
		'неотвеченный пункт = 1 балл; если не отвечено больше 4 пунктов, карта не строится',
		'неотвеченный пункт = 0 баллов',
		'если не отвечено больше 4 пунктов, карта строится тьютором',
		'если не отвечено больше 4 пунктов, карта не строится; можно пересдать'
	])('«%s» is not understood', (text) => {
		expect(readMaxUnanswered(text)).toBeNull();
	});
});
