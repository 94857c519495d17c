import type {
	Ending,
	SiteAct,
	SiteDecision,
	SitePassport,
	SiteStatus,
	StatusTerm
} from '@stazhirovka/contract/sites';
import type { Tone } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';
import { dayText, periodText } from '#lib/shell/dates.ts';

/** What a status looks like, beside its word. */
export const STATUS_TONES: Record<SiteStatus, Tone> = {
	active: 'done',
	upcoming: 'open',
	suspended: 'waiting',
	terminated: 'late',
	expired: 'locked'
};

/** «приказ от 20 января 2026 г. № ДЕМО-204, Комитет образования» */
export function actWords({ kind, number, signedOn, issuer }: SiteAct): string {
	return m.sites_act_words({ kind, number, date: dayText(signedOn), issuer });
}

/** «Срок продлён по 31 августа 2029 г.» */
export function decisionWords({
	kind,
	from,
	lastDay
}: Pick<SiteDecision, 'kind' | 'from' | 'lastDay'>): string {
	return m.sites_decision({ kind, from: dayText(from), lastDay: lastDay ? dayText(lastDay) : '' });
}

/** «до 14 февраля 2027 г., осталось 27 дней» */
export function endingWords({ lastDay, days }: Ending): string {
	return m.sites_ending({ last: days === 0 ? 'yes' : 'no', days, date: dayText(lastDay) });
}

/** «с 1 сентября 2026 г.», or both days of what has ended. */
export function memberWords({ joinedOn, leftOn }: { joinedOn: string; leftOn: string | null }): string {
	const from = dayText(joinedOn);
	return leftOn ? m.sites_member_days({ from, to: dayText(leftOn) }) : m.sites_member_since({ from });
}

/** «с 1 сентября 2026 г.», both days of what ends, or only the last one where nobody wrote the first down. */
export function leadingWords({ from, lastDay }: { from: string | null; lastDay: string | null }): string {
	if (from !== null) return memberWords({ joinedOn: from, leftOn: lastDay });
	return lastDay ? m.sites_leader_until({ to: dayText(lastDay) }) : m.sites_leader_since_before();
}

type Financing = NonNullable<SitePassport['regulation']>['financing'];

/** What the regulation tells of money; a source that is silent is not quoted (R161). */
export function financingWords({ guaranteed, ownFundsOnly, sources, extra }: Financing): string[] {
	return [
		...(guaranteed === false ? [m.sites_not_guaranteed()] : []),
		...(ownFundsOnly === true ? [m.sites_own_funds()] : []),
		...(sources.length ? [`${m.sites_sources()}: ${sources.join('; ')}.`] : []),
		...(extra ? [extra] : [])
	];
}

/** Days of the term, and from which day an act ended it; what ended on its first day has not lasted one. */
export function termWords({ from, lastDay, endedFrom }: StatusTerm): string {
	if (lastDay === null) return m.sites_term_ended_at_once({ from: dayText(endedFrom ?? from) });
	const term = periodText(from, lastDay);
	return endedFrom ? m.sites_term_ended({ term, from: dayText(endedFrom) }) : term;
}
