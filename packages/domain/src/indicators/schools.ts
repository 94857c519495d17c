import type { Indicator } from './definitions.ts';
import { amountText } from './figure.ts';

export const SCHOOL_KEYS = [
	'school_participation',
	'school_completion',
	'school_events',
	'school_dynamics'
] as const;
export type SchoolKey = (typeof SCHOOL_KEYS)[number];

/**
 * What is counted of schools with low results (R130). A list is of a school year and is taken whole, by the last day of
 * that year. Teachers are told of in whole fives of each school: schools are added and taken away by those who read.
 */
export type SchoolIndicator = Omit<Indicator, 'key' | 'subject' | 'target'> & { key: SchoolKey };

const things = { unit: 'count', better: 'higher', counts: 'things', told: 'records' } as const;
const teachers = { ...things, counts: 'interns', told: 'school_groups' } as const;

const DEFINITIONS: Record<SchoolKey, Omit<SchoolIndicator, 'key'>> = {
	school_participation: {
		...teachers,
		title: 'Педагоги школ с низкими результатами',
		formula:
			'педагоги школ из списка, зачисленные в потоки, которые заканчиваются в учебном году; полными пятёрками в каждой школе',
		source: 'списки школ с низкими результатами и зачисления потоков'
	},
	school_completion: {
		...teachers,
		title: 'Из них завершили программу',
		formula: 'педагоги школ из списка, получившие документ в этих потоках; полными пятёрками в каждой школе',
		source: 'списки школ с низкими результатами и зачисления потоков'
	},
	school_events: {
		...things,
		title: 'Мероприятия площадок, где учатся педагоги школ с низкими результатами',
		formula:
			'проведённые в учебном году мероприятия площадок, в потоках которых учатся не меньше пяти педагогов школы; из какой школы пришли участники, отчёты не говорят; одно мероприятие считается один раз',
		source: 'планы площадок и журнал мероприятий'
	},
	school_dynamics: {
		...things,
		title: 'Динамика показателей школ',
		formula: 'показатели, которые за год стали лучше ÷ все показатели, внесённые по школам из списка',
		source: 'показатели школ, которые вносит орган управления',
		unit: 'percent'
	}
};

export const SCHOOL_INDICATORS: readonly SchoolIndicator[] = SCHOOL_KEYS.map((key) => ({
	key,
	...DEFINITIONS[key]
}));

/** How a result of a school moved in the year. */
export function movedTo(change: {
	before: number;
	now: number;
	better: Indicator['better'];
}): 'better' | 'worse' | 'same' {
	if (change.now === change.before) return 'same';
	return change.now > change.before === (change.better === 'higher') ? 'better' : 'worse';
}

/** «Средний балл ОГЭ: было 3,1, стало 3,4». */
export function changeWords({ title, before, now }: { title: string; before: number; now: number }): string {
	const [was, is] = [before, now].map((value) => amountText('count', value));
	return `${title}: было ${was}, стало ${is}`;
}
