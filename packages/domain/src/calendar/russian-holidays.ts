/** Holidays of every year, `MM-DD` (Labour Code, article 112, part 1). */
export const HOLIDAYS: Readonly<Record<string, string>> = {
	'01-01': 'Новогодние каникулы',
	'01-02': 'Новогодние каникулы',
	'01-03': 'Новогодние каникулы',
	'01-04': 'Новогодние каникулы',
	'01-05': 'Новогодние каникулы',
	'01-06': 'Новогодние каникулы',
	'01-07': 'Рождество Христово',
	'01-08': 'Новогодние каникулы',
	'02-23': 'День защитника Отечества',
	'03-08': 'Международный женский день',
	'05-01': 'Праздник Весны и Труда',
	'05-09': 'День Победы',
	'06-12': 'День России',
	'11-04': 'День народного единства'
};

export type HolidayYear = {
	/** The Government's order for the year is known; else only what the Labour Code says by itself holds here. */
	settled: boolean;
	source: string;
	/** Days off that the Government moved here from another day. */
	movedTo: readonly string[];
	/** Saturdays and Sundays that became working days. */
	worked: readonly string[];
};

/**
 * What the Government decides each year: where the January days that fall on a weekend go, and which days change
 * places. A year that is not here goes by the Labour Code alone.
 */
export const HOLIDAY_YEARS: Readonly<Record<string, HolidayYear>> = {
	'2026': {
		settled: true,
		source:
			'Трудовой кодекс, статья 112; постановление Правительства от 24 сентября 2025 г. о переносе выходных дней в 2026 году: с 3 января на 9 января, с 4 января на 31 декабря',
		movedTo: ['2026-01-09', '2026-12-31'],
		worked: []
	},
	'2027': {
		settled: false,
		source:
			'Трудовой кодекс, статья 112; куда Правительство перенесёт 2 и 3 января 2027 года, здесь не учтено',
		movedTo: [],
		worked: []
	},
	'2028': {
		settled: false,
		source:
			'Трудовой кодекс, статья 112; куда Правительство перенесёт январские дни 2028 года, здесь не учтено',
		movedTo: [],
		worked: []
	}
};
