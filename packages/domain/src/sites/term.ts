import { firstDayOf, lastDayOf, lastDayOfMonths, latest } from '../calendar/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';

export type Term = { from: string; lastDay: string };
/** Dates of the programme, from its title page (R9). */
export type ProgrammeDates = { from: string; to: string } | null;

/** What a profile lets a term be: bound to dates, limited, or only finite. */
export type TermRule =
	| { kind: 'bound'; to: 'programme' | 'project'; from: string; lastDay: string }
	| { kind: 'limited'; months: number; lastDay: string }
	| { kind: 'dates_missing' }
	| { kind: 'open' };

/** The rule for a status that begins on a day (R7–R10). What is bound began at the earliest with its act. */
export function termRule(
	{ status: { term } }: Pick<RegulationProfile, 'status'>,
	begins: string,
	programme: ProgrammeDates
): TermRule {
	switch (term.kind) {
		case 'max_duration': {
			const months = term.max_months ?? 0;
			return { kind: 'limited', months, lastDay: lastDayOfMonths(begins, months) };
		}
		case 'bound_to_programme':
			if (!programme) return { kind: 'dates_missing' };
			return { kind: 'bound', to: 'programme', from: programme.from, lastDay: programme.to };
		case 'bound_to_project':
			if (!term.ends) return { kind: 'dates_missing' };
			return {
				kind: 'bound',
				to: 'project',
				from: term.starts ? firstDayOf(term.starts) : '',
				lastDay: lastDayOf(term.ends)
			};
		case 'not_specified':
			return { kind: 'open' };
	}
}

/** Whether a status may last longer than until a day (R7–R10); where the rule names no last day, it may. */
export function mayLastLonger(rule: TermRule, lastDay: string): boolean {
	return !('lastDay' in rule) || rule.lastDay > lastDay;
}

/** The first day that people are offered: the act's, or that of what the term is bound to when it is later. */
export function firstDay(rule: TermRule, signedOn: string): string {
	return rule.kind === 'bound' ? latest(rule.from, signedOn) : signedOn;
}

export type TermFault = {
	code: `status.${
		| 'term_backwards'
		| 'term_too_long'
		| 'term_not_as_programme'
		| 'term_not_as_project'
		| 'term_dates_missing'}`;
	field: 'from' | 'lastDay';
	/** The day that would do. */
	limit?: string;
	/** Months of the limit that was broken. */
	months?: number;
};

/** Everything that is wrong with a term under a profile (R7–R11); `signedOn` is the act's day. */
export function termFaults(
	profile: Pick<RegulationProfile, 'status'>,
	{ from, lastDay }: Term,
	{ programme, signedOn }: { programme: ProgrammeDates; signedOn: string }
): TermFault[] {
	const rule = termRule(profile, from, programme);
	if (rule.kind === 'dates_missing') return [{ code: 'status.term_dates_missing', field: 'lastDay' }];
	if (lastDay < from) return [{ code: 'status.term_backwards', field: 'lastDay' }];

	if (rule.kind === 'limited' && lastDay > rule.lastDay)
		return [{ code: 'status.term_too_long', field: 'lastDay', limit: rule.lastDay, months: rule.months }];
	if (rule.kind !== 'bound') return [];

	const code = `status.term_not_as_${rule.to}` as const;
	const first = firstDay(rule, signedOn);
	return [
		...(from === first ? [] : [{ code, field: 'from' as const, limit: first }]),
		...(lastDay === rule.lastDay ? [] : [{ code, field: 'lastDay' as const, limit: rule.lastDay }])
	];
}
