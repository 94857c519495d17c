import type { Alert } from '@stazhirovka/contract/alerts';
import type { Tone } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';
import { shortDay } from '#lib/shell/dates.ts';

/** «Ждёт проверки 4 дня, с 12 января: Задание 2, и ещё 1». */
export function whyText(alert: Alert): string {
	const others = alert.count > 1 ? `, ${m.alerts_others({ count: alert.count - 1 })}` : '';
	return `${mainText(alert)}${others}`;
}

function mainText({ kind, days, since, step }: Alert): string {
	const date = shortDay(since);
	const title = step ? stepText(step) : '';
	switch (kind) {
		case 'silent':
			return m.alerts_silent({ days, date });
		case 'unchecked':
			return m.alerts_unchecked({ days, date, step: title });
		case 'review':
			return m.alerts_review({ days, date });
		case 'deadline':
			return days > 0
				? m.alerts_overdue({ date, step: title })
				: m.alerts_deadline({ left: -days, date, step: title });
	}
}

/** A task is called by its place. */
function stepText({ key, title }: NonNullable<Alert['step']>): string {
	return title ?? m.intern_task_n({ n: key.split('.')[1] ?? '' });
}

export function toneOfAlert({ kind, days }: Alert): Tone {
	return kind === 'review' || (kind === 'deadline' && days > 0) ? 'late' : 'need';
}

/** The alerts of each person together, in the order in which the people stand. */
export function byPerson(alerts: Alert[]): Alert[][] {
	return [...Map.groupBy(alerts, ({ enrolmentId }) => enrolmentId).values()];
}
