import { addDays } from './days.ts';
import { holidayOn, isWorkingDay, type DaysOff } from './working-days.ts';

/** The days that a site works, with the reason of a weekday that it does not. */
export type WorkCalendar = {
	isWorking: (day: string) => boolean;
	/** «День Победы», «Осенние каникулы»; null for days that are worked and for ordinary weekends. */
	reasonOf: (day: string) => string | null;
};

/** A search that finds no working day for so long meets a calendar without any. */
const LONGEST = 400;

/** The country's calendar with a site's own and its region's days off. */
export function workCalendar(daysOff: readonly DaysOff[] = []): WorkCalendar {
	const offOn = (day: string) => daysOff.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
	return {
		isWorking: (day) => isWorkingDay(day) && !offOn(day),
		reasonOf: (day) => holidayOn(day) ?? (isWorkingDay(day) ? (offOn(day)?.title ?? null) : null)
	};
}

/** The day itself when it is worked, else the next one that is. */
export function workingOnOrAfter(day: string, { isWorking }: WorkCalendar): string {
	return step(day, 1, isWorking);
}

/** The day itself when it is worked, else the last one before it that is. */
export function workingOnOrBefore(day: string, { isWorking }: WorkCalendar): string {
	return step(day, -1, isWorking);
}

/** The n-th working day after the day; before it when `days` is negative. Zero is the day itself, worked or not. */
export function addWorkingDays(day: string, days: number, calendar: WorkCalendar): string {
	const direction = days < 0 ? -1 : 1;
	let found = day;
	for (let n = 0; n < Math.abs(days); n += 1) {
		found = step(addDays(found, direction), direction, calendar.isWorking);
	}
	return found;
}

/** Working days of a period, both ends included, in order. */
export function workingDaysIn(from: string, to: string, { isWorking }: WorkCalendar): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) if (isWorking(day)) days.push(day);
	return days;
}

function step(from: string, direction: 1 | -1, isWorking: (day: string) => boolean): string {
	let day = from;
	for (let n = 0; n < LONGEST; n += 1) {
		if (isWorking(day)) return day;
		day = addDays(day, direction);
	}
	return from;
}
