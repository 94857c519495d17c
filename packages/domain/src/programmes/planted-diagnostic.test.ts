import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import type { ProgrammeItem } from './document.ts';
import { faultsOf, type Changes } from './example-changes.ts';

type Fault = [what: string, changes: Changes, faults: string[]];

const DEFICITS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'];
const lessOne = (list: unknown[]) => list.slice(0, -1);
const withoutCases = (items: ProgrammeItem[]) => items.filter((item) => item.kind !== 'case');
const allWrong = (options: object[]) => options.map((option) => ({ ...option, correct: false }));

describe('R122: the diagnostic covers the declared deficits, and nothing else', () => {
	test.each<Fault>([
		[
			'no case for a deficit',
			{ 'diagnostic.items.D3-C.kind': 'knowledge' },
			['deficits.D3: deficit.without_item']
		],
		[
			'an item of no deficit',
			{ 'diagnostic.items.D3-C.deficit': 'D9' },
			[
				'diagnostic.items.D3-C.deficit: deficit.undeclared',
				'deficits.D3: deficit.without_item',
				'deficits.D3: deficit.wrong_maximum'
			]
		],
		[
			'a maximum that does not add up',
			{ 'diagnostic.items.D1-K.max': 3, 'diagnostic.items.D1-K.scoring': 'верно – 3, неверно – 0' },
			['deficits.D1: deficit.wrong_maximum']
		],
		[
			'cases that are promised but not there',
			{
				'diagnostic.items': withoutCases,
				'diagnostic.scoring.per_deficit_max': 5,
				'diagnostic.scoring.formula': 'mastery = сумма баллов / 5'
			},
			DEFICITS.map((key) => `deficits.${key}: deficit.without_item`)
		],
		[
			'levels without a bottom',
			{ 'diagnostic.scoring.levels.expressed.min': 0.1 },
			['diagnostic.scoring.levels: levels.out_of_order']
		],
		[
			'levels upside down',
			{ 'diagnostic.scoring.levels.partial.min': 0.8 },
			['diagnostic.scoring.levels: levels.out_of_order']
		],
		['two levels', { 'diagnostic.scoring.levels': lessOne }, ['diagnostic.scoring.levels: levels.incomplete']]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('every item can be answered, and its best answer is worth its maximum', () => {
	test.each<Fault>([
		[
			'two right answers of one',
			{ 'diagnostic.items.D1-K.options.b.correct': true },
			['diagnostic.items.D1-K.options: item.not_one_correct']
		],
		[
			'no right answer',
			{ 'diagnostic.items.D2-K.options': allWrong },
			['diagnostic.items.D2-K.options: item.none_correct']
		],
		[
			'no options',
			{ 'diagnostic.items.D1-K.options': undefined },
			['diagnostic.items.D1-K.options: item.no_options']
		],
		[
			'an order with a hole',
			{ 'diagnostic.items.D7-K.correct_order': lessOne },
			['diagnostic.items.D7-K.correct_order: item.not_an_order']
		],
		[
			'an order that repeats',
			{ 'diagnostic.items.D7-K.correct_order': ['a', 'b', 'c', 'd', 'a'] },
			['diagnostic.items.D7-K.correct_order: item.not_an_order']
		],
		[
			'nothing to order',
			{ 'diagnostic.items.D7-K.elements': [] },
			['diagnostic.items.D7-K.elements: item.no_options']
		],
		[
			'a score above the maximum',
			{ 'diagnostic.items.D1-C.options.a.score': 5 },
			['diagnostic.items.D1-C.options: item.wrong_scores']
		],
		[
			'a maximum that nobody reaches',
			{ 'diagnostic.items.D1-C.options.a.score': 3 },
			['diagnostic.items.D1-C.options: item.wrong_maximum']
		],
		[
			'an option without a score',
			{ 'diagnostic.items.D1-C.options.d.score': undefined },
			['diagnostic.items.D1-C.options: item.wrong_scores']
		],
		[
			'a short scale',
			{ 'diagnostic.items.D1-S.scale': lessOne },
			['diagnostic.items.D1-S.scale: item.wrong_maximum']
		],
		[
			'an item worth nothing',
			{ 'diagnostic.items.D1-K.max': 0 },
			[
				'deficits.D1: deficit.wrong_maximum',
				'diagnostic.items.D1-K.max: item.wrong_maximum',
				'diagnostic.items.D1-K.scoring: rule.disagrees'
			]
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('phrases about the diagnostic', () => {
	test.each<Fault>([
		[
			'points of an item',
			{ 'diagnostic.items.D2-K.scoring': 'за каждый верный вариант – 1' },
			['diagnostic.items.D2-K.scoring: rule.not_understood']
		],
		[
			'points that are not the maximum',
			{ 'diagnostic.items.D1-K.scoring': 'верно – 3, неверно – 0' },
			['diagnostic.items.D1-K.scoring: rule.disagrees']
		],
		[
			'points for a wrong answer',
			{ 'diagnostic.items.D1-K.scoring': 'верно – 2, неверно – 1' },
			['diagnostic.items.D1-K.scoring: rule.disagrees']
		],
		[
			'points of a graded choice',
			{ 'diagnostic.items.D1-C.scoring': 'верно – 4, иначе 0' },
			['diagnostic.items.D1-C.scoring: rule.not_understood']
		],
		[
			'flags',
			{ 'diagnostic.scoring.mismatch_flag': '«переоценка», если тьютор так считает' },
			['diagnostic.scoring.mismatch_flag: rule.not_understood']
		],
		[
			'unanswered items',
			{ 'diagnostic.scoring.missing': 'пропуски обсуждаются с тьютором' },
			['diagnostic.scoring.missing: rule.not_understood']
		],
		[
			'another way of counting',
			{ 'diagnostic.scoring.formula': 'mastery = средний балл' },
			['diagnostic.scoring.formula: rule.not_understood']
		],
		[
			'another maximum',
			{ 'diagnostic.scoring.formula': 'mastery = сумма баллов / 8' },
			['diagnostic.scoring.formula: rule.disagrees']
		],
		[
			'another presence',
			{ 'diagnostic.scoring.presence': 'есть, если уровень expressed' },
			['diagnostic.scoring.presence: rule.not_understood']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});
