import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import { check } from './checking/check.ts';
import { compile } from './compile.ts';
import { changed, faultsOf, type Changes } from './example-changes.ts';

type Fault = [what: string, changes: Changes, faults: string[]];

describe('keys and numbers', () => {
	test.each<Fault>([
		['a material twice', { 'materials.B16.key': 'B15' }, ['materials.B15: key.repeated']],
		['a question twice', { 'tasks.T02.self_check.T02-c1.key': 'T01-c1' }, ['tasks.T01-c1: key.repeated']],
		[
			'an option twice',
			{ 'diagnostic.items.D1-K.options.d.key': 'c' },
			['diagnostic.items.D1-K.options.c: key.repeated']
		],
		[
			'a field twice',
			{ 'forms.effectiveness_card.fields.uses.key': 'after' },
			['forms.effectiveness_card.after: key.repeated']
		],
		[
			'a comment named as a criterion',
			{ 'rubric.comment_fields.advice.key': 'reflection' },
			['rubric.reflection: key.repeated']
		],
		[
			'an activity twice',
			{ 'modules.m2.activities.m2a4.key': 'm2a3' },
			['modules.m2.activities.m2a3: key.repeated']
		],
		[
			'an activity out of order',
			{ 'modules.m1.activities.m1a6.n': 7 },
			['modules.m1.activities.m1a6.n: key.out_of_order']
		],
		['a module out of order', { 'modules.m3.n': 4 }, ['modules.m3.n: key.out_of_order']],
		['a deficit out of order', { 'deficits.D8.n': 9 }, ['deficits.D8.n: key.out_of_order']]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});

	test('keys that a card of the platform uses itself are named when the programme is compiled', () => {
		const section = { key: 'kind', title: 'Вид' };
		const document = changed(adhd, {
			'final_work.sections': (old: object[]) => [...old, section],
			'forms.survey': { title: 'Опрос', type: 'form', fields: [{ key: 'a', label: 'А', type: 'text' }] }
		});
		expect(compile(document)).toEqual({
			ok: false,
			refusal: {
				code: 'programme.faulty',
				details: {
					findings: [
						...check(document),
						{ place: 'forms.survey', code: 'key.reserved', details: { key: 'survey' }, severity: 'error' },
						{ place: 'final_work.kind', code: 'key.reserved', details: { key: 'kind' }, severity: 'error' }
					]
				}
			}
		});
	});
});

describe('references', () => {
	test.each<Fault>([
		[
			'a function of a deficit',
			{ 'deficits.D1.child_functions': ['F9'] },
			['deficits.D1.child_functions: reference.unknown']
		],
		[
			'a function of an exercise',
			{ 'exercises.E01.function': 'F9' },
			['exercises.E01.function: reference.unknown']
		],
		['a deficit of a video', { 'videos.V03.deficit': 'D9' }, ['videos.V03.deficit: reference.unknown']],
		[
			'a deficit of an indicator',
			{ 'forms.competence_analysis_card.indicators.I5.deficit': 'D9' },
			['forms.competence_analysis_card.indicators.I5.deficit: reference.unknown']
		],
		[
			'a form of an activity',
			{ 'modules.m1.activities.m1a3.forms': ['plan'] },
			['modules.m1.activities.m1a3.forms: reference.unknown']
		],
		[
			'an activity of a form',
			{ 'forms.blank_plan.activity': 'm1a9' },
			['forms.blank_plan.activity: reference.unknown']
		],
		['a module of a form', { 'forms.blank_plan.module': 4 }, ['forms.blank_plan.module: reference.unknown']],
		[
			'a column of the expert key',
			{ 'forms.correlation_card.expert_key.P2': ['F9'] },
			['forms.correlation_card.expert_key.P2: reference.unknown']
		],
		[
			'a row of the expert key',
			{ 'forms.correlation_card.expert_key.P11': ['F1'], 'forms.correlation_card.scoring.max': 11 },
			['forms.correlation_card.expert_key: reference.unknown']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('cards', () => {
	test.each<Fault>([
		[
			'columns of nothing',
			{
				'forms.correlation_card.columns': 'exercises',
				'forms.correlation_card.expert_key': {},
				'forms.correlation_card.scoring': undefined
			},
			['forms.correlation_card: card.no_columns']
		],
		[
			'no levels',
			{ 'forms.competence_analysis_card.scale': [] },
			['forms.competence_analysis_card: card.no_levels']
		],
		['no columns', { 'forms.blank_plan.columns': [] }, ['forms.blank_plan: card.no_columns']],
		['no fields', { 'forms.effectiveness_card.fields': [] }, ['forms.effectiveness_card: card.no_fields']],
		[
			'an unknown type of field',
			{ 'forms.effectiveness_card.fields.uses.type': 'colour' },
			['forms.effectiveness_card.uses: card.not_supported']
		],
		[
			'nothing to choose',
			{ 'forms.effectiveness_card.fields.decision.options': ['сохранить'] },
			['forms.effectiveness_card.decision: card.no_levels']
		],
		[
			'exercises that the programme does not have',
			{ exercises: [] },
			['forms.blank_plan.exercise: reference.missing', 'forms.effectiveness_card.exercise: reference.missing']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('phrases about the cards', () => {
	test.each<Fault>([
		[
			'scoring of the correlation card',
			{ 'forms.correlation_card.scoring.rule': 'по усмотрению тьютора' },
			['forms.correlation_card.scoring.rule: rule.not_understood']
		],
		[
			'a mark that does not count',
			{
				'forms.correlation_card.scoring.rule':
					'строка верна, если все функции ключа отмечены «возможно», без лишних'
			},
			['forms.correlation_card.scoring.rule: rule.disagrees']
		],
		[
			'a wrong maximum',
			{ 'forms.correlation_card.scoring.max': 9 },
			['forms.correlation_card.scoring.max: rule.disagrees']
		],
		[
			'understanding without a bottom',
			{ 'forms.correlation_card.scoring.understanding_levels': [{ min: 5, label: 'есть' }] },
			['forms.correlation_card.scoring.understanding_levels: levels.incomplete']
		],
		[
			'scoring without a key',
			{
				'forms.correlation_card.expert_key': undefined,
				'forms.correlation_card.scoring.max': 0,
				'forms.correlation_card.scoring.understanding_levels': [{ min: 0, label: 'есть' }]
			},
			['forms.correlation_card.expert_key: rule.missing']
		],
		[
			'length of a self-analysis',
			{ 'forms.self_analysis.rule': 'подробно' },
			['forms.self_analysis.rule: rule.not_understood']
		],
		[
			'a self-check of some items',
			{ 'forms.self_check.rule': 'хватит трёх пунктов' },
			['forms.self_check.rule: rule.not_understood']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

test('R82: an activity at which a card is filled, and none is chosen, is named', () => {
	const document = changed(adhd, { 'modules.m2.activities.m2a5.forms': [] });
	expect(check(document)).toContainEqual({
		place: 'modules.m2.activities.m2a5.forms',
		code: 'activity.no_card',
		severity: 'warning'
	});
});
