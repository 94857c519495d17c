import {
	figureOf,
	INDICATOR_KEYS,
	INDICATORS,
	SCHOOL_INDICATORS,
	SCHOOL_KEYS,
	type Counted,
	type Figure,
	type Indicator,
	type SchoolIndicator
} from '../indicators/index.ts';

const COUNT_KEYS = ['sites', 'cohorts', 'enrolled', 'completed', 'free_seats'] as const;
const DEFICIT_KEYS = ['deficit_needed', 'deficit_reduced', 'deficit_seats'] as const;
const TUTOR_KEYS = ['tutor_interns', 'tutor_in_time'] as const;
export const MEASURE_KEYS = [
	...COUNT_KEYS,
	...INDICATOR_KEYS,
	...DEFICIT_KEYS,
	...TUTOR_KEYS,
	...SCHOOL_KEYS
] as const;
export type MeasureKey = (typeof MEASURE_KEYS)[number];

/**
 * A number that a summary may show. An indicator is one; a count of interns is a part of one, read from the same stored
 * figure, so that two numbers of one report cannot contradict each other.
 */
export type Measure = Pick<
	Indicator,
	'title' | 'formula' | 'source' | 'unit' | 'better' | 'counts' | 'told'
> & {
	key: MeasureKey;
	/** Of what it is told: sites and cohorts, sites alone, deficits, tutors or schools with low results. */
	of: 'cohorts' | 'sites' | 'deficits' | 'tutors' | 'schools';
	/** Whether a figure of all rows together says anything. */
	adds: boolean;
	/** It is counted today, whatever the period. */
	isOfToday: boolean;
};

/** Defined with the indicators. */
type Defined = Indicator | SchoolIndicator;
type Common = Omit<Measure, 'key' | 'title' | 'formula' | 'source'>;

const count: Common = {
	...{ unit: 'count', better: 'higher', counts: 'things', told: 'records' },
	...{ of: 'cohorts', adds: true, isOfToday: false }
};
const deficit: Common = { ...count, unit: 'percent', counts: 'interns', told: 'groups', of: 'deficits' };

const tutor: Common = { ...count, of: 'tutors' };

const OTHERS: Record<Exclude<MeasureKey, Defined['key']>, Omit<Measure, 'key'>> = {
	sites: {
		...count,
		title: 'Площадки',
		formula: 'площадки, статус которых действовал хотя бы один день периода',
		source: 'реестр площадок',
		of: 'sites'
	},
	cohorts: {
		...count,
		title: 'Потоки',
		formula: 'потоки, последний день которых попал в период',
		source: 'потоки площадок'
	},
	enrolled: {
		...count,
		title: 'Зачислено',
		formula: 'зачисленные стажёры потоков, которые закончились в периоде',
		source: 'зачисления потоков',
		counts: 'interns'
	},
	completed: {
		...count,
		title: 'Получили документ',
		formula: 'стажёры этих потоков, получившие документ о завершении',
		source: 'зачисления потоков',
		counts: 'interns'
	},
	free_seats: {
		...count,
		title: 'Свободные места',
		formula: 'свободные сегодня места потоков, набор в которые открыт',
		source: 'набор в потоки',
		of: 'sites',
		isOfToday: true
	},
	deficit_needed: {
		...deficit,
		title: 'Нуждаются',
		formula: 'стажёры с этим дефицитом ÷ стажёры, построившие карту дефицитов',
		source: 'карты дефицитов',
		better: 'lower',
		adds: false
	},
	deficit_reduced: {
		...deficit,
		title: 'Уровень снизился',
		formula:
			'стажёры, у которых дефицит стал слабее ÷ стажёры, у которых он был и которые прошли диагностику снова',
		source: 'карты дефицитов и повторная диагностика'
	},
	deficit_seats: {
		...deficit,
		title: 'Свободные места',
		formula: 'свободные сегодня места открытых потоков, программа которых работает над этим дефицитом',
		source: 'набор в потоки',
		unit: 'count',
		counts: 'things',
		adds: false,
		isOfToday: true
	},
	tutor_interns: {
		...tutor,
		title: 'Стажёров сейчас',
		formula: 'зачисленные стажёры идущих сегодня потоков, закреплённые за тьютором',
		source: 'зачисления потоков',
		isOfToday: true
	},
	tutor_in_time: {
		...tutor,
		title: 'Проверено в срок',
		formula:
			'решения по заданиям не позже рабочих часов, о которых договорился поток ÷ все решения тьютора, за которым стажёр был закреплён в день решения; за другого не решает никто',
		source: 'решения тьюторов по заданиям',
		unit: 'percent',
		counts: 'interns',
		adds: false
	}
};

function fromIndicator(
	{ key, title, formula, source, unit, better, counts, told }: Defined,
	of: Measure['of']
): Measure {
	return { key, title, formula, source, unit, better, counts, told, of, adds: true, isOfToday: false };
}

const OF_INDICATORS: readonly Measure[] = [
	...INDICATORS.map((one) => fromIndicator(one, one.counts === 'things' ? 'sites' : 'cohorts')),
	...SCHOOL_INDICATORS.map((one) => fromIndicator(one, 'schools'))
];

const ALL = new Map<MeasureKey, Measure>(
	MEASURE_KEYS.map((key) => {
		const indicator = OF_INDICATORS.find((one) => one.key === key);
		return [key, indicator ?? { key, ...OTHERS[key as keyof typeof OTHERS] }];
	})
);

export const MEASURES: readonly Measure[] = [...ALL.values()];

export function measureOf(key: MeasureKey): Measure {
	return ALL.get(key) as Measure;
}

/** The indicator whose stored figure a measure is read from; null where it is counted by itself. */
export function basisOf(key: MeasureKey): Indicator['key'] | null {
	if (key === 'enrolled' || key === 'completed') return 'completion';
	return INDICATOR_KEYS.find((one) => one === key) ?? null;
}

/** The figure of a measure out of what was counted of its basis. */
export function measured(key: MeasureKey, counted: Counted): Figure {
	const measure = measureOf(key);
	if (key === 'enrolled') return figureOf(measure, { ...counted, part: counted.whole });
	return figureOf(measure, counted);
}
