import { academicHours } from '../../certificates/russian.ts';
import { gap, words, type Block } from '../../documents/index.ts';
import { list, paragraph, titled } from './blocks.ts';
import { number, text, texts, thing, things, type Loose } from './reading.ts';

/** All activities of all modules with their minutes. */
export function events(document: Loose): Block[] {
	const rows = things(document.modules).flatMap((module) =>
		things(module.activities).map((activity) => [
			`${text(module.n) ?? ''}.${text(activity.n) ?? ''}`,
			text(activity.title) ?? '',
			MODES[text(module.mode) ?? ''] ?? '',
			text(activity.minutes) ?? ''
		])
	);
	return [
		{
			kind: 'table',
			columns: [
				{ title: '№', share: 0.4, align: 'centre' },
				{ title: 'Мероприятие', share: 3 },
				{ title: 'Форма', share: 1 },
				{ title: 'Минуты', share: 0.6, align: 'centre' }
			],
			rows
		}
	];
}

const MODES: Record<string, string> = {
	offline: 'очно',
	distance: 'дистанционно',
	online: 'онлайн',
	mixed: 'смешанно'
};

const RESULTS: [string, string][] = [
	['understanding', 'Понимание'],
	['skill', 'Умение'],
	['mastery', 'Владение'],
	['adoption', 'Освоение']
];

/** What the programme or one of its topics promises, in four kinds (R36). */
export function plannedResults(document: Loose): Block[] {
	const results = thing(document.planned_results);
	const items = RESULTS.flatMap(([key, title]) => {
		const told = texts(results[key]);
		if (told.length === 0) return [];
		// Authors begin with the word itself: «владение приёмами …».
		const said = told.every((one) => one.toLowerCase().startsWith(title.toLowerCase()));
		return [said ? told.join('; ') : `${title}: ${told.join('; ')}`];
	});
	return items.length ? [{ kind: 'list', items }] : [];
}

/** The modules with their activities, then the tasks of which a learner's own route is made. */
export function modules(document: Loose): Block[] {
	const tasks = things(document.tasks).flatMap((task) => text(task.title) ?? []);
	return [
		...things(document.modules).flatMap((module) => [heading(module, ''), ...activities(module)]),
		...titled(
			'Задания, из которых складывается индивидуальный маршрут:',
			tasks.length ? [list(tasks, '')] : []
		)
	];
}

/** One module as a topic of the structure: «2.1 Тема …», its tasks, its work, its results. */
export function topic(document: Loose, module: Loose, at: string): Block[] {
	const first = things(document.modules)[0] === module;
	const own = thing(module.topic);
	const results = plannedResults(own);
	return [
		heading(module, at),
		{ kind: 'paragraph', text: 'Задачи' },
		...TOPIC_TASKS.map(([key, verb]) => topicTask(verb, texts(own[key]))),
		{ kind: 'paragraph', text: 'Содержание работы по теме' },
		...activities(module),
		{ kind: 'paragraph', text: 'Планируемые результаты' },
		paragraph(text(module.result), 'планируемые результаты темы'),
		...(results.length || !first ? results : plannedResults(document))
	];
}

const TOPIC_TASKS = [
	['teach', 'научить'],
	['shape', 'сформировать'],
	['develop', 'развивать']
] as const;

function topicTask(verb: string, told: string[]): Block {
	const said = told.length ? told.join('; ') : gap(verb, 40);
	return { kind: 'paragraph', text: words`${verb}: ${said}` };
}

function heading(module: Loose, at: string): Block {
	const hours = number(module.hours);
	const long = hours === null ? '' : ` (${hours} ${academicHours(hours)})`;
	const title = text(module.title) ?? '';
	return { kind: 'heading', level: 2, text: at ? `${at} Тема. ${title}${long}` : `${title}${long}` };
}

function activities(module: Loose): Block[] {
	const told = things(module.activities).map((activity) => ({
		trial: activity.kind === 'tryout',
		line: `${text(activity.title) ?? ''}${minutes(activity)}`
	}));
	const [plain, trials] = [told.filter(({ trial }) => !trial), told.filter(({ trial }) => trial)];
	return [
		list(
			plain.map(({ line }) => line),
			'занятия'
		),
		...titled(
			'Стажёрские пробы:',
			trials.length
				? [
						list(
							trials.map(({ line }) => line),
							''
						)
					]
				: []
		)
	];
}

function minutes(activity: Loose): string {
	const count = number(activity.minutes);
	return count ? ` – ${count}\u00a0мин` : '';
}

/** Where the modules are held. */
export function places(document: Loose): string[] {
	return [...new Set(things(document.modules).flatMap((module) => text(module.place) ?? []))];
}
