import { addDays, daysIn } from '../calendar/index.ts';

export const RHYTHMS = ['weekly', 'monthly', 'once'] as const;

/** When a summary is sent: on a weekday (1 is Monday), on a day of each month, or on one day. */
export type Rhythm =
	| { kind: 'weekly'; weekday: number }
	| { kind: 'monthly'; day: number }
	| { kind: 'once'; on: string };

/** The first day of sending after a day; null where none is left. A month without the day sends on its last one. */
export function nextSending(rhythm: Rhythm, after: string): string | null {
	switch (rhythm.kind) {
		case 'once':
			return rhythm.on > after ? rhythm.on : null;
		case 'weekly': {
			const ahead = (rhythm.weekday - weekdayOf(after) + 7) % 7;
			return addDays(after, ahead === 0 ? 7 : ahead);
		}
		case 'monthly': {
			const own = inMonth(after.slice(0, 7), rhythm.day);
			return own > after ? own : inMonth(monthAfter(after), rhythm.day);
		}
	}
}

function weekdayOf(day: string): number {
	return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function inMonth(month: string, day: number): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return `${month}-${String(Math.min(day, daysIn(year, number))).padStart(2, '0')}`;
}

function monthAfter(day: string): string {
	return addDays(inMonth(day.slice(0, 7), 31), 1).slice(0, 7);
}
