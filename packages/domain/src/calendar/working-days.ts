import { addDays } from './days.ts';
import { HOLIDAY_YEARS, HOLIDAYS } from './russian-holidays.ts';

const MOVED = 'Перенесённый выходной';

/** Days that a site does not work beside those of the whole country, both ends included. */
export type DaysOff = { firstDay: string; lastDay: string; title: string };

/**
 * Monday to Friday but for the holidays of the Labour Code, the days off that follow a holiday on a weekend
 * (article 112, part 2) and those that the Government moved, as far as its order is known.
 */
export function isWorkingDay(day: string): boolean {
	const year = HOLIDAY_YEARS[day.slice(0, 4)];
	if (year?.worked.includes(day)) return true;
	return !isWeekend(day) && holidayOn(day) === null;
}

/** Why a weekday is not worked in the whole country; null for ordinary days and weekends. */
export function holidayOn(day: string): string | null {
	const holiday = HOLIDAYS[day.slice(5)];
	if (holiday) return holiday;
	if (HOLIDAY_YEARS[day.slice(0, 4)]?.movedTo.includes(day)) return MOVED;
	return followsHoliday(day) ? MOVED : null;
}

/** Where the calendar of a year comes from, and whether the Government's order is in it. */
export function calendarSource(year: number): { settled: boolean; source: string } {
	const { settled, source } = HOLIDAY_YEARS[String(year)] ?? {
		settled: false,
		source: 'Трудовой кодекс, статья 112; переносы Правительства на этот год здесь не учтены'
	};
	return { settled, source };
}

export function isWeekend(day: string): boolean {
	const weekday = new Date(Date.parse(day)).getUTCDay();
	return weekday === 0 || weekday === 6;
}

/**
 * A holiday on a weekend gives the next working day. January's go where the Government says; of the others no two stand
 * beside each other, so at most one day follows.
 */
function followsHoliday(day: string): boolean {
	for (let before = addDays(day, -1); isWeekend(before); before = addDays(before, -1)) {
		if (HOLIDAYS[before.slice(5)] && before.slice(5, 7) !== '01') return !isWeekend(day);
	}
	return false;
}
