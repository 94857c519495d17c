import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import { check } from './checking/check.ts';
import { changed, faultsOf, type Changes } from './example-changes.ts';

type Fault = [what: string, changes: Changes, faults: string[]];

const lessOne = (list: unknown[]) => list.slice(0, -1);
const without = (key: string) => (list: { key: string }[]) => list.filter((thing) => thing.key !== key);

describe('peer review', () => {
	test.each<Fault>([
		[
			'a wrong sum',
			{ 'rubric.max': 20 },
			['rubric.max: rubric.wrong_maximum', 'rubric.process.pass_rule: rule.disagrees']
		],
		[
			'a level left out',
			{ 'rubric.criteria.technology.levels.2.score': 5 },
			['rubric.criteria.technology.levels: rubric.levels_not_contiguous']
		],
		[
			'criteria of different heights',
			{ 'rubric.criteria.technology.levels': lessOne },
			['rubric.criteria.technology.levels: rubric.levels_differ']
		],
		[
			'a threshold above the maximum',
			{ 'rubric.process.pass_rule': 'сумма ≥ 19 из 18' },
			['rubric.process.pass_rule: rubric.pass_above_maximum']
		],
		[
			'a threshold in other words',
			{ 'rubric.process.pass_rule': 'работа хорошая' },
			['rubric.process.pass_rule: rule.not_understood']
		],
		[
			'moderation by nobody',
			{ 'rubric.process.moderation': 'разница сумм 5 и более' },
			['rubric.process.moderation: rule.not_understood']
		],
		[
			'two revisions',
			{ 'rubric.process.revision': 'две доработки в течение 7 дней' },
			['rubric.process.revision: rule.not_understood']
		],
		[
			'an unknown exclusion',
			{ 'rubric.process.exclude': ['автор сам себе', 'новички'] },
			['rubric.process.exclude.1: rule.not_understood']
		],
		[
			'the mean in place of the median',
			{ 'rubric.process.result': 'среднее по критерию' },
			['rubric.process.result: rule.not_understood']
		],
		[
			'fewer hands than works need',
			{ 'rubric.process.reviews_per_trainee': 2 },
			['rubric.process.reviews_per_trainee: peer.unbalanced']
		],
		[
			'more reviews asked than there will be',
			{ 'rubric.process.min_received': 4, 'completion_rules.c6.text': 'взаимоэкспертиза выполнена' },
			['rubric.process.min_received: peer.not_enough_reviews']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('completion', () => {
	test.each<Fault>([
		[
			'an unknown line',
			{ 'completion_rules.c2.text': 'всё хорошо' },
			['completion_rules.c2: rule.not_understood']
		],
		[
			'another number of tasks',
			{ 'completion_rules.c3.text': 'шесть заданий приняты' },
			['completion_rules.c3: rule.disagrees']
		],
		[
			'another number of reviews',
			{ 'completion_rules.c6.text': 'дано не менее трёх рецензий и получено не менее двух' },
			['completion_rules.c6: rule.disagrees']
		],
		['no rules', { completion_rules: [] }, ['completion_rules: completion.none']]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});

	test('the same condition twice is a reminder', () => {
		const findings = check(changed(adhd, { 'completion_rules.c2.text': 'карта дефицитов подписана' }));
		expect(findings.filter((finding) => finding.place.startsWith('completion'))).toEqual([
			{
				place: 'completion_rules.c2',
				code: 'completion.repeated',
				details: { condition: 'deficit_card_signed' },
				severity: 'warning'
			}
		]);
	});
});

describe('final work, survey and privacy', () => {
	test.each<Fault>([
		['no kinds', { 'final_work.kinds': [] }, ['final_work.kinds: final_work.no_kinds']],
		['no sections', { 'final_work.sections': [] }, ['final_work.sections: final_work.no_sections']],
		[
			'no try-out',
			{ 'final_work.sections': without('tryout') },
			['final_work.sections: final_work.no_tryout']
		],
		[
			'no self-analysis',
			{ 'final_work.sections': without('self_analysis') },
			['final_work.sections: final_work.no_self_analysis']
		],
		['no questions', { 'survey.questions': [] }, ['survey.questions: survey.no_questions']],
		[
			'nothing to choose',
			{ 'survey.questions.s9.options': undefined },
			['survey.questions.s9.options: survey.no_options']
		],
		[
			'groups under five',
			{ 'survey.anonymity_threshold': 4 },
			['survey.anonymity_threshold: survey.threshold_low']
		],
		[
			'another code of a pupil',
			{ 'privacy.pupil_code_pattern': '[А-Я][а-я]+' },
			['privacy.pupil_code_pattern: privacy.pupil_code']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});
