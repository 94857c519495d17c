import { m } from '#lib/paraglide/messages.js';
import { dayIn, daysText, momentDay } from '#lib/shell/dates.ts';

type Applicant = { organisation: string; network: string[] };

/** «Заявитель: Школа № 31. Сеть: Лицей № 2, Дворец творчества». */
export function applicantWords({ organisation, network }: Applicant): string {
	return network.length
		? m.councils_applicant_network({ organisation, network: network.join(', ') })
		: m.councils_applicant({ organisation });
}

/** «Конфликт интересов: вы подали эту заявку, вы работаете у заявителя.» */
export function computedWords(computed: readonly string[]): string {
	const why = computed.map((conflict) => m.councils_computed({ conflict })).join(', ');
	return m.councils_computed_lead({ why });
}

/** The sign of a result: a split is nobody's refusal. */
export function resultTone(result: string): 'done' | 'late' | 'waiting' {
	return ({ positive: 'done', negative: 'late' } as const)[result] ?? 'waiting';
}

type Round = { round: number; begunAt: string; finishedAt: string | null };

/** «Экспертиза № 2, 3 ноября – 20 ноября 2026 г.» */
export function roundWords({ round, begunAt, finishedAt }: Round): string {
	const days = finishedAt && daysText(momentKey(begunAt), momentKey(finishedAt));
	return days
		? m.councils_round_over({ round, days })
		: m.councils_round({ round, from: momentDay(begunAt) });
}

function momentKey(moment: string): string {
	return dayIn(new Date(moment), 'Europe/Moscow');
}

/** A choice between the words of a list of codes. */
export function optionsOf<K extends string>(keys: readonly K[], words: (key: K) => string) {
	return keys.map((value) => ({ value, label: words(value) }));
}
