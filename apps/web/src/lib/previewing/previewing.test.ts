import { outline, stepPlace } from '@stazhirovka/domain/cohorts';
import { readable } from '@stazhirovka/domain/programmes/designing';
import { expect, test } from 'vitest';
import { activityOf, taskOf } from './activity.ts';
import { filledAt, isMade } from './places.ts';
import { previewStages } from './stages.ts';

const activity = (key: string, n: number, kind: string, forms: string[] = []) => ({
	...{ key, n, kind, forms, title: key, minutes: 30, outputs: [] }
});
const programme = readable({
	modules: [
		{
			...{ n: 1, key: 'm1', title: 'Погружение', hours: 4, mode: 'offline' },
			activities: [
				activity('m1a1', 1, 'presentation'),
				activity('m1a2', 2, 'training', ['blank_plan']),
				activity('m1a3', 3, 'video_analysis', ['competence_analysis_card']),
				activity('m1a4', 4, 'diagnostic'),
				activity('m1a5', 5, 'planning')
			]
		},
		{
			...{ n: 2, key: 'm2', title: 'Практика', hours: 8, mode: 'distance' },
			activities: [activity('m2a1', 1, 'tasks'), activity('m2a2', 2, 'form', ['effectiveness_card'])]
		},
		{
			...{ n: 3, key: 'm3', title: 'Итог', hours: 4, mode: 'distance' },
			activities: [
				activity('m3a1', 1, 'final_work'),
				activity('m3a2', 2, 'peer_review'),
				activity('m3a3', 3, 'completion')
			]
		}
	],
	forms: {
		blank_plan: { title: 'План', type: 'table' },
		competence_analysis_card: { title: 'Наблюдение', type: 'rating_grid', per: 'video' },
		effectiveness_card: { title: 'Результат', type: 'form' }
	},
	videos: [
		{ key: 'V01', n: 1, title: 'Урок', look_for: 'паузы', status: 'placeholder', file: null },
		{
			key: 'V02',
			n: 2,
			title: 'Кружок',
			look_for: 'цель',
			status: 'ready',
			file: '/v02.mp4',
			captions: '/v02.vtt',
			transcript: 'Слова'
		}
	],
	materials: [
		{ key: 'B01', kind: 'memo', title: 'Памятка', file: 'javascript:alert(1)' },
		{ key: 'B02', kind: 'memo', title: 'Другая', file: null }
	],
	tasks: ['T01', 'T02', 'T03'].map((key) => ({
		key,
		title: `Задание ${key}`,
		minutes: 40,
		materials: ['B01']
	})),
	route_rules: { length: 2, developing_set: ['T01', 'T03'] }
});

test('the path of a draft leads everywhere: each of its places has a page', () => {
	const hrefs = previewStages(programme, '/p').flatMap(({ steps }) => steps.map(({ href }) => href));
	expect(hrefs).not.toContain(undefined);
	for (const href of hrefs) {
		const [kind = '', key = ''] = (href ?? '').slice('/p/'.length).split('/');
		const page =
			kind === 'activities'
				? activityOf(programme, key)
				: kind === 'tasks'
					? taskOf(programme, key)
					: filledAt(kind) || isMade(kind);
		expect([href, Boolean(page)]).toEqual([href, true]);
	}
	expect(hrefs.filter((href) => href?.includes('/tasks/'))).toEqual(['/p/tasks/T01', '/p/tasks/T03']);
});

test('R121: an activity at which nothing is filled in is seen in its place and leads to its page; none is named by its key', () => {
	const [first, second] = previewStages(
		readable({
			modules: [
				{
					...{ n: 1, key: 'm1', title: 'Погружение', hours: 4, mode: 'offline' },
					activities: [
						activity('m1a1', 1, 'presentation'),
						activity('m1a2', 2, 'discussion'),
						{ ...activity('m1a3', 3, 'diagnostic'), title: '' }
					]
				},
				{
					...{ n: 2, key: 'm2', title: '', hours: 8, mode: 'distance' },
					activities: [{ ...activity('m2a1', 1, 'consultation'), title: '' }, activity('m2a2', 2, 'form')]
				}
			]
		}),
		'/p'
	);
	expect(first?.steps.map(({ title, state, href }) => [title, state, href])).toEqual([
		['m1a1', '30 минут', '/p/activities/m1a1'],
		['m1a2', '30 минут, заполнять нечего', '/p/activities/m1a2'],
		['Занятие 3', '30 минут', '/p/diagnosis'],
		['Занятие 3', '', '/p/deficit-card']
	]);
	expect([second?.title, ...(second?.steps ?? []).map(({ title }) => title)]).toEqual([
		'Модуль 2',
		'Занятие 1',
		'm2a2'
	]);
});

test('a step is where the intern’s page is', () => {
	const places = outline(programme).modules.flatMap(({ steps }) =>
		steps.map((step) => stepPlace({ ...step, task: null }, programme))
	);
	expect(places.slice(0, 4)).toEqual(['activities/m1a1', 'activities/m1a2', 'activities/m1a3', 'diagnosis']);
});

test('an activity and a task are told as their pages tell of them; an unfinished draft tells of nothing', () => {
	expect(activityOf(programme, 'm1a3')).toMatchObject({
		n: 3,
		videos: [
			{ key: 'V01', available: false, fileUrl: null, captionsUrl: null, transcript: null },
			{ key: 'V02', available: true, fileUrl: '/v02.mp4', captionsUrl: '/v02.vtt', transcript: 'Слова' }
		],
		forms: [{ key: 'competence_analysis_card', group: false, submitted: false }],
		previous: { key: 'm1a2' },
		next: { key: 'm1a4' }
	});
	expect(taskOf(programme, 'T01')).toMatchObject({
		title: 'Задание T01',
		materials: [{ key: 'B01', fileUrl: null }],
		dueOn: null
	});
	const empty = readable({});
	expect([activityOf(empty, 'm1a1'), taskOf(empty, 'T01'), previewStages(empty, '/p')]).toEqual([
		null,
		null,
		[]
	]);
});
