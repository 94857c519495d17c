import type { Message } from '@stazhirovka/domain/chat';

export type Day = { day: string; messages: Message[] };

/** Messages under the day on which they came, in the reader's zone; the order stays that of `seq`. */
export function byDay(messages: Message[], timeZone = 'Europe/Moscow'): Day[] {
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone });
	const days: Day[] = [];

	for (const message of messages) {
		const day = format.format(new Date(message.at));
		const last = days.at(-1);
		if (last?.day === day) last.messages.push(message);
		else days.push({ day, messages: [message] });
	}
	return days;
}
