import { longDate } from '../../certificates/index.ts';
import type { HeldEvent, PlanChange } from './log.ts';

/** Letter case, «ё», quotes, points and spaces do not make two names of one thing. */
export function plain(words: string): string {
	return words
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** A text that fits into so many characters; never half of one. */
export function clip(words: string, most: number): string {
	const whole = words.trim();
	if (whole.length <= most) return whole;
	return `${whole.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** «Семинар «…», 5 марта 2027 г., участников: 24» */
export function eventLine({ title, format, heldOn, participants }: HeldEvent): string {
	return `${title} (${format}), ${longDate(heldOn)}, участников: ${participants}`;
}

/** What became of a row of the plan, without the reason. */
export function changeWords({ kind, before, after }: PlanChange): string {
	switch (kind) {
		case 'added':
			return 'добавлено в план';
		case 'cancelled':
			return 'отменено';
		case 'moved':
			return `перенесено: ${daysWords(before)} → ${daysWords(after)}`;
	}
}

export function changeLine(change: PlanChange): string {
	return `${change.title}: ${changeWords(change)} (причина: ${change.reason})`;
}

function daysWords(days: { from: string | null; lastDay: string | null } | null): string {
	if (!days?.from) return 'без срока';
	const { from, lastDay } = days;
	return lastDay === null || lastDay === from ? longDate(from) : `${longDate(from)} – ${longDate(lastDay)}`;
}
