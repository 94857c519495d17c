import { addDays, isWorkingDay, localDay } from '../calendar/index.ts';
import { localTime, momentAt } from '../tasks/index.ts';

/** What a cohort agrees on: within how many working hours a tutor answers, and when tutors are left in peace. */
export type Agreement = {
	hours: number;
	/** Hours count from the end of the quiet ones to their beginning, by the site's clock: `08:00`–`20:00`. */
	wakesAt: string;
	restsAt: string;
};

export const AGREEMENT: Agreement = { hours: 24, wakesAt: '08:00', restsAt: '20:00' };

export type AgreementFault = {
	field: 'hours' | 'wakesAt' | 'restsAt';
	code: `answering.${'hours_wrong' | 'time_wrong' | 'no_day'}`;
	limit?: number;
};

const HOUR = 3_600_000;
const MOST_HOURS = 240;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Nothing that people agree on lasts longer, and no run of holidays does. */
const LONGEST_SEARCH_DAYS = 400;

/** Everything that is wrong with an agreement. */
export function agreementFaults({ hours, wakesAt, restsAt }: Agreement): AgreementFault[] {
	const faults: AgreementFault[] = [];
	if (!(Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS))
		faults.push({ field: 'hours', code: 'answering.hours_wrong', limit: MOST_HOURS });
	if (!TIME.test(wakesAt)) faults.push({ field: 'wakesAt', code: 'answering.time_wrong' });
	if (!TIME.test(restsAt)) faults.push({ field: 'restsAt', code: 'answering.time_wrong' });
	if (faults.length === 0 && restsAt <= wakesAt) faults.push({ field: 'restsAt', code: 'answering.no_day' });
	return faults;
}

/** How many working hours lie between two moments; parts of an hour count as parts. */
export function workingHours(from: Date, to: Date, agreement: Agreement, timeZone: string): number {
	if (to <= from) return 0;
	const last = localDay(to, timeZone);
	let sum = 0;
	for (let day = localDay(from, timeZone); day <= last; day = addDays(day, 1)) {
		const { start, end } = stretchOf(day, agreement, timeZone);
		sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
	}
	return sum / HOUR;
}

/** The moment at which the agreed hours after a question are over. */
export function answerBy(since: Date, agreement: Agreement, timeZone: string): Date {
	let left = agreement.hours * HOUR;
	let day = localDay(since, timeZone);
	for (let tries = 0; tries < LONGEST_SEARCH_DAYS; tries += 1) {
		const { start, end } = stretchOf(day, agreement, timeZone);
		const begin = Math.max(start, since.getTime());
		if (end - begin >= left) return new Date(begin + left);
		left -= Math.max(0, end - begin);
		day = addDays(day, 1);
	}
	throw new Error(`No working hours after ${since.toISOString()}`);
}

/** Whether a tutor may be written to now: letters wait out nights, weekends and holidays. */
export function isWorkingMoment(at: Date, { wakesAt, restsAt }: Agreement, timeZone: string): boolean {
	const time = localTime(at, timeZone);
	return isWorkingDay(localDay(at, timeZone)) && time >= wakesAt && time < restsAt;
}

/** The counted hours of a day; none on a day off. */
function stretchOf(day: string, { wakesAt, restsAt }: Agreement, timeZone: string) {
	const start = momentAt(day, wakesAt, timeZone).getTime();
	return { start, end: isWorkingDay(day) ? momentAt(day, restsAt, timeZone).getTime() : start };
}
