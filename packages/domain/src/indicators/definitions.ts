export const INDICATOR_KEYS = [
	'completion',
	'tasks_in_time',
	'tutor_response',
	'peer_quality',
	'effect_cards',
	'deficit_reduction',
	'nps',
	'follow_up_use',
	'plan_done',
	'plan_gaps',
	'report_matches_plan',
	'products',
	'local_acts'
] as const;
export type IndicatorKey = (typeof INDICATOR_KEYS)[number];

/**
 * What an indicator is, said once for the screen, the export and the report. `counts`: whom the rule of small groups
 * protects, or things that stand for nobody. `told`: whether its records may be opened by name by those who lead the site,
 * or only whole groups of five are ever counted (R167): of each cohort, or of each school.
 */
export type Indicator = {
	key: IndicatorKey;
	title: string;
	/** In words, so that the reader can check it. */
	formula: string;
	source: string;
	/** `points`: a difference of two shares, from −100 to 100. */
	unit: 'percent' | 'points' | 'hours' | 'count';
	better: 'higher' | 'lower';
	subject: 'site_effectiveness' | 'site_activity' | 'project_kpi';
	counts: 'interns' | 'things';
	told: 'records' | 'groups' | 'school_groups';
	/** What a project promised (R134). */
	target: number | null;
};

const interns = {
	unit: 'percent',
	better: 'higher',
	subject: 'site_effectiveness',
	counts: 'interns',
	told: 'records',
	target: null
} as const;
const things = { ...interns, counts: 'things' } as const;

const DEFINITIONS: Record<IndicatorKey, Omit<Indicator, 'key'>> = {
	completion: {
		...interns,
		title: 'Доля завершивших',
		formula: 'получившие документ ÷ зачисленные; только потоки, которые закончились к этому дню',
		source: 'зачисления потоков'
	},
	tasks_in_time: {
		...interns,
		title: 'Доля заданий в срок',
		formula: 'задания, впервые отправленные не позже срока маршрута ÷ отправленные задания',
		source: 'маршруты и отправки заданий'
	},
	tutor_response: {
		...interns,
		title: 'Время ответа тьютора',
		formula: 'медиана полных часов от отправки задания до решения тьютора',
		source: 'решения тьюторов по заданиям',
		unit: 'hours',
		better: 'lower'
	},
	peer_quality: {
		...interns,
		title: 'Доля рецензий с полным комментарием',
		formula: 'рецензии с пояснением к каждой оценке ÷ отправленные рецензии стажёров',
		source: 'взаимное рецензирование'
	},
	effect_cards: {
		...interns,
		title: 'Доля карт результативности с улучшением',
		formula: 'карты с заметным или небольшим улучшением ÷ карты, в которых изменение выражено в процентах',
		source: 'карты оценки результативности',
		told: 'groups'
	},
	deficit_reduction: {
		...interns,
		title: 'Доля снизившихся дефицитов',
		formula: 'дефициты, уровень которых снизился ÷ дефициты, выявленные в начале',
		source: 'карта дефицитов и повторная диагностика',
		told: 'groups'
	},
	nps: {
		...interns,
		title: 'Готовность рекомендовать',
		formula: '(ответы 9–10 − ответы 0–6) ÷ все ответы на вопрос, посоветуют ли программу коллеге',
		source: 'анонимная анкета после программы, полными пятёрками ответов',
		unit: 'points',
		told: 'groups'
	},
	follow_up_use: {
		...interns,
		title: 'Применяют приёмы спустя время',
		formula: 'ответы «регулярно» и «иногда» ÷ все ответы на вопрос, применяют ли приёмы стажировки',
		source: 'анонимная анкета в срок, который назначила программа (обычно через 60 дней), полными пятёрками',
		told: 'groups'
	},
	plan_done: {
		...things,
		title: 'Выполнение плана',
		formula: 'проведённые мероприятия ÷ мероприятия, срок которых прошёл',
		source: 'план площадки и журнал мероприятий',
		subject: 'site_activity'
	},
	plan_gaps: {
		...things,
		title: 'Расхождения плана и журнала',
		formula: 'мероприятия, срок которых прошёл, без записи в журнале, и записи без ссылки или файла',
		source: 'план площадки и журнал мероприятий',
		unit: 'count',
		better: 'lower',
		subject: 'site_activity'
	},
	report_matches_plan: {
		...things,
		title: 'Расхождения отчёта и журнала',
		formula: 'сколько раз отчёты расходились с журналом мероприятий в день сдачи',
		source: 'сданные отчёты площадки и журнал мероприятий',
		unit: 'count',
		better: 'lower',
		subject: 'site_activity'
	},
	products: {
		...things,
		title: 'Опубликованные продукты',
		formula: 'продукты, опубликованные в периоде',
		source: 'каталог продуктов',
		unit: 'count',
		subject: 'project_kpi',
		target: 5
	},
	local_acts: {
		...things,
		title: 'Локальные акты и документы',
		formula: 'документы площадки, изданные в периоде; исправленный документ считается один раз',
		source: 'журнал документов площадки',
		unit: 'count',
		subject: 'project_kpi',
		target: 4
	}
};

/** Told of cohorts that have ended alone: while one runs, hardly anybody can have completed, and a share would blame it. */
export const OF_ENDED: readonly IndicatorKey[] = ['completion'];

/** Whether a cohort has a say in an indicator on the day: where only those that have ended do, from the day after its last. */
export function isToldOn(day: string, key: IndicatorKey, { endsOn }: { endsOn: string }): boolean {
	return endsOn < day || !OF_ENDED.includes(key);
}

export const INDICATORS: readonly Indicator[] = INDICATOR_KEYS.map((key) => ({ key, ...DEFINITIONS[key] }));

export function indicatorOf(key: IndicatorKey): Indicator {
	return { key, ...DEFINITIONS[key] };
}
