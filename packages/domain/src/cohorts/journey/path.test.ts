import { expect, test } from 'vitest';
import adhd from '../../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import type { ProgrammeDocument } from '../../programmes/document.ts';
import {
	announced,
	carded,
	diagnosed,
	fresh,
	published,
	routed,
	sent,
	task,
	tasks
} from './example-facts.ts';
import { outline, path, waitingTime, withTasks, type JourneyFacts } from './index.ts';

const programme = outline(adhd as unknown as ProgrammeDocument);

test('the path is the programme’s three modules as steps, in the programme’s own words', () => {
	expect(path(programme, fresh).modules.map(({ steps }) => steps.map(({ key }) => key))).toEqual([
		[
			'attendance',
			'form.correlation_card',
			'form.blank_plan',
			'form.competence_analysis_card',
			'diagnosis',
			'deficit_card',
			'learning_route'
		],
		['task.1', 'task.2', 'task.3', 'task.4', 'task.5', 'effectiveness_card'],
		['final_work', 'reviews', 'result', 'survey', 'certificate']
	]);
	expect(path(programme, fresh).modules[0]?.steps[2]).toEqual({
		key: 'form.blank_plan',
		kind: 'form',
		form: 'blank_plan',
		task: null,
		title: 'Пустографка проектирования работы ребёнка с СДВГ на уроке и во внеурочной деятельности',
		minutes: 30,
		state: 'open',
		doneOn: null,
		dueOn: null,
		late: false,
		reason: null
	});
});

test.each<[string, JourneyFacts, string, object]>([
	['R97', fresh, 'attendance', { state: 'waiting', reason: { code: 'path.waits_for_attendance' } }],
	[
		'R88',
		fresh,
		'form.competence_analysis_card',
		{ state: 'waiting', reason: { code: 'path.waits_for_group' } }
	],
	[
		'R91',
		fresh,
		'deficit_card',
		lockedAfter('Диагностика профессиональных дефицитов: приёмы работы с обучающимися с СДВГ')
	],
	['R91', carded, 'deficit_card', { state: 'done', doneOn: '2027-01-19', reason: null }],
	['R94', diagnosed, 'learning_route', lockedAfter('Индивидуальная карта профессиональных дефицитов')],
	['R96', routed, 'learning_route', { state: 'done', doneOn: '2027-01-20' }],
	['R100', carded, 'task.1', lockedAfter('Индивидуальный образовательный маршрут')],
	['R100', routed, 'task.2', lockedAfter('Дневник трёх наблюдений')],
	[
		'R100',
		routed,
		'task.1',
		{ task: 'T01', title: 'Дневник трёх наблюдений', minutes: 20, dueOn: '2027-01-26' }
	],
	['R107', routed, 'effectiveness_card', lockedAfter('Дневник трёх наблюдений')],
	['R107', sent, 'effectiveness_card', { state: 'done', doneOn: '2027-02-10' }],
	[
		'R114',
		{ ...routed, tasks: tasks('sent', 'open') },
		'final_work',
		lockedAfter('Инструкция в четыре шага')
	],
	[
		'R107',
		{ ...sent, effectiveness: { postedOn: null, mayPost: true } },
		'final_work',
		lockedAfter('Карта оценки результативности использования упражнений для развития дефицитарных функций')
	],
	['R114', sent, 'final_work', { state: 'open', dueOn: '2027-02-26', late: false }],
	['R114', { ...sent, today: '2027-02-27' }, 'final_work', { state: 'open', late: true }],
	[
		'R114',
		{ ...sent, announcedOn: '2027-02-22' },
		'final_work',
		{ state: 'locked', reason: { code: 'path.results_announced' } }
	],
	['R115', sent, 'reviews', lockedAfter('Итоговая работа')],
	['R115', published, 'reviews', { state: 'waiting', reason: { code: 'path.waits_for_allocation' } }],
	['R117', published, 'result', { state: 'waiting', reason: { code: 'path.waits_for_results' } }],
	[
		'R117',
		{ ...announced, work: { ...announced.work!, state: 'revised' } },
		'final_work',
		{ state: 'waiting', reason: { code: 'path.waits_for_tutor' } }
	],
	['R117', announced, 'result', { state: 'done', doneOn: '2027-02-22' }],
	['R120', announced, 'survey', { state: 'open' }],
	['R120', { ...announced, surveyAnswered: true }, 'survey', { state: 'done', doneOn: null }],
	['R119', announced, 'certificate', { state: 'locked', reason: { code: 'path.rules_open' } }],
	[
		'R119',
		{ ...announced, complete: true },
		'certificate',
		{ state: 'waiting', reason: { code: 'path.waits_for_leader' } }
	],
	[
		'R119',
		{ ...announced, work: { ...announced.work!, state: 'failed' } },
		'certificate',
		{ state: 'locked', reason: { code: 'path.result_failed' } }
	],
	[
		'R115',
		{ ...announced, reviews: { toGive: 3, given: 2, lastSentOn: '2027-02-20', dueOn: '2027-02-21' } },
		'reviews',
		{ state: 'locked', reason: { code: 'path.results_announced' } }
	]
])('%s: from %o the step %s is as it is', (_, facts, key, expected) => {
	const steps = path(programme, facts).modules.flatMap((module) => module.steps);
	expect(steps.find((step) => step.key === key)).toMatchObject(expected);
});

test('a revision has its own end and is late after it', () => {
	const work = { ...announced.work!, state: 'revision' as const, revisionUntil: '2027-03-01' };
	const at = (today: string) => {
		const steps = path(programme, { ...announced, today, work }).modules[2]?.steps ?? [];
		return [steps[0]?.state, steps[0]?.dueOn, steps[0]?.late, steps[2]?.reason?.code];
	};

	expect(at('2027-03-01')).toEqual(['open', '2027-03-01', false, 'path.waits_for_revision']);
	expect(at('2027-03-02')).toEqual(['open', '2027-03-01', true, 'path.waits_for_revision']);
});

test('R100: a longer route has a longer path, and the whole is counted', () => {
	const long = { ...routed, tasks: [...tasks('open'), task('T12', 'locked')] };
	const found = path(programme, long);

	expect(found.modules[1]?.steps.map(({ key }) => key)).toContain('task.6');
	expect([found.done, found.total]).toEqual([4, 19]);
	expect(withTasks(programme, 7).modules[1]?.steps).toHaveLength(8);
});

test.each([
	['2027-02-20T12:00:00Z', 0, false],
	['2027-02-20T12:59:59Z', 0, false],
	['2027-02-22T11:59:59Z', 47, false],
	['2027-02-22T12:00:00Z', 48, true],
	['2027-02-20T11:00:00Z', 0, false]
])('at %s somebody has waited %i hours, long: %s', (now, hours, isLong) => {
	expect(waitingTime(new Date('2027-02-20T12:00:00Z'), new Date(now))).toEqual({ hours, isLong });
});

function lockedAfter(step: string) {
	return { state: 'locked', reason: { code: 'path.after', details: { step } } };
}
