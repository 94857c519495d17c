import { describe, expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import type { ProgrammeTask } from './document.ts';
import { faultsOf, type Changes } from './example-changes.ts';

type Fault = [what: string, changes: Changes, faults: string[]];

const secondary = (deficits: ProgrammeTask['deficits']) =>
	deficits.map(({ key }) => ({ key, role: 'secondary' }));
const withoutTryout = (tasks: ProgrammeTask[]) => tasks.map((task) => ({ ...task, tryout_required: false }));
const withoutMaterials = (tasks: ProgrammeTask[]) => tasks.map((task) => ({ ...task, materials: [] }));
const lessOne = (list: unknown[]) => list.slice(0, -1);

test('the programme itself has no errors', () => {
	expect(faultsOf(adhd, {})).toEqual([]);
});

describe('R50: time', () => {
	test.each<Fault>([
		[
			'minutes of a module',
			{ 'modules.m1.minutes': 170 },
			['modules.m1.minutes: time.module_minutes', 'modules.m1.activities: time.activity_minutes']
		],
		[
			'minutes of an activity',
			{ 'modules.m1.activities.m1a3.minutes': 25 },
			['modules.m1.activities: time.activity_minutes']
		],
		[
			'less than no time',
			{ 'modules.m2.activities.m2a1.minutes': -5, 'modules.m2.activities.m2a2.minutes': 105 },
			['modules.m2.activities.m2a1.minutes: time.not_positive']
		],
		['hours in all', { hours_total: 14 }, ['hours_total: time.hours_total']],
		['minutes of a task', { 'tasks.T02.minutes': 0 }, ['tasks.T02.minutes: time.not_positive']]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('R168, R44: the document that is promised', () => {
	test.each<Fault>([
		[
			'an удостоверение for 12 hours that are no ДПП',
			{ 'document.type': 'udostoverenie_pk' },
			['document.type: document.hours', 'document.type: document.legal_mode']
		],
		[
			'an удостоверение in place of a certificate',
			{ 'document.fallback': 'udostoverenie_pk', legal_mode: 'licensed_dpp' },
			['document.fallback: document.hours']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('R121: the kit', () => {
	test.each<Fault>([
		['no materials', { materials: [], tasks: withoutMaterials }, ['materials: kit.no_materials']],
		[
			'no effectiveness card',
			{ 'forms.effectiveness_card': undefined },
			['modules.m2.activities.m2a5.forms: reference.unknown', 'forms.effectiveness_card: kit.no_form']
		],
		[
			'fewer videos than shown',
			{ videos: lessOne },
			['modules.m1.activities.m1a4.videos: video.wrong_count']
		],
		[
			'X13 a video that can be played without its words',
			{ 'videos.V01.file': 'v01.mp4', 'videos.V01.status': 'ready', 'videos.V01.transcript': ' ' },
			['videos.V01.captions: video.no_captions', 'videos.V01.transcript: video.no_transcript']
		],
		[
			'X13 a video with captions and transcript, though none are asked for',
			{
				'videos.V01.file': 'v01.mp4',
				'videos.V01.status': 'ready',
				'videos.V01.captions': 'v01.vtt',
				'videos.V01.transcript': 'Откройте тетради.',
				'videos.V01.captions_required': false
			},
			[]
		],
		[
			'no videos for a card per video',
			{ videos: undefined, 'modules.m1.activities.m1a4.videos': undefined },
			['forms.competence_analysis_card.per: reference.missing']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});

	test('without diagnostic items and tasks everything that needs them is named', () => {
		const faults = faultsOf(adhd, { 'diagnostic.items': [], tasks: [] });
		expect(faults.filter((fault) => fault.includes('kit.'))).toEqual([
			'diagnostic.items: kit.no_diagnostic',
			'tasks: kit.no_tasks'
		]);
		expect(faults.filter((fault) => fault.includes('deficit.without_item'))).toHaveLength(24);
		expect(faults.filter((fault) => fault.includes('deficit.without_primary_task'))).toHaveLength(8);
	});
});

describe('R125, R101–R103: tasks', () => {
	test.each<Fault>([
		[
			'a deficit without a task',
			{ 'tasks.T07.deficits': [{ key: 'D4', role: 'primary' }] },
			['deficits.D5: deficit.without_primary_task']
		],
		[
			'a task that removes nothing',
			{ 'tasks.T02.deficits': secondary },
			['tasks.T02.deficits: task.no_primary_deficit']
		],
		['no self-check', { 'tasks.T04.self_check': [] }, ['tasks.T04.self_check: task.no_self_check']],
		[
			'no self-analysis',
			{ 'tasks.T04.self_analysis': [] },
			['tasks.T04.self_analysis: task.no_self_analysis']
		],
		['nothing is tried out', { tasks: withoutTryout }, ['tasks: task.no_tryout']],
		[
			'a key that the card uses',
			{ 'tasks.T01.self_check.T01-c1.key': 'report' },
			['tasks.T01.report: key.reserved']
		],
		['a sequence number twice', { 'tasks.T05.sequence': 4 }, ['tasks.T05.sequence: key.repeated']],
		[
			'a deficit that is not there',
			{ 'tasks.T05.deficits': (old: object[]) => [...old, { key: 'D9', role: 'secondary' }] },
			['tasks.T05.deficits: reference.unknown']
		],
		[
			'a material that is not there',
			{ 'tasks.T05.materials': ['B99'] },
			['tasks.T05.materials: reference.unknown']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});

describe('R99, R100: the route', () => {
	test.each<Fault>([
		[
			'longer than the tasks there are',
			{
				'route_rules.length': 13,
				'modules.m2.activities.m2a2.tasks_count': 13,
				'completion_rules.c3.text': 'все задания приняты'
			},
			['route_rules.length: route.too_long', 'route_rules.developing_set: route.developing_set_short']
		],
		[
			'another length than the activity says',
			{ 'modules.m2.activities.m2a2.tasks_count': 4 },
			['modules.m2.activities.m2a2.tasks_count: route.tasks_count']
		],
		[
			'a short developing set',
			{ 'route_rules.developing_set': ['T01', 'T02'] },
			['route_rules.developing_set: route.developing_set_short']
		],
		[
			'a task twice in the developing set',
			{ 'route_rules.developing_set': ['T01', 'T02', 'T03', 'T04', 'T05', 'T05'] },
			['route_rules.developing_set: key.repeated']
		],
		[
			'an unknown task in the developing set',
			{ 'route_rules.developing_set': ['T01', 'T02', 'T03', 'T04', 'T99'] },
			['route_rules.developing_set: reference.unknown']
		],
		[
			'another algorithm',
			{ 'route_rules.algorithm': 'random' },
			['route_rules.algorithm: route.unknown_algorithm']
		]
	])('%s', (_what, changes, faults) => {
		expect(faultsOf(adhd, changes)).toEqual(faults);
	});
});
