import type { Candidate } from '@stazhirovka/contract/sites';
import {
	firstDay,
	stepDue,
	termRule,
	unmet,
	type Evidence,
	type ProgrammeDates
} from '@stazhirovka/domain/sites';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { CandidateRow } from './granting-store.ts';

type Offer = Candidate['offer'];

/** Dates of the programme behind an application; null while they are not known. */
export function datesOf({
	programmeFrom: from,
	programmeTo: to
}: Pick<CandidateRow, 'programmeFrom' | 'programmeTo'>): ProgrammeDates {
	return from && to ? { from, to } : null;
}

/** What was recorded on the way. A step counts when the application has moved past it, which only its own command does. */
export function evidenceOf({ state, reviewResult }: Pick<CandidateRow, 'state' | 'reviewResult'>): Evidence {
	return {
		completeness: true,
		expertise: reviewResult,
		council: state === 'supported' || state === 'proposed' ? 'for' : null,
		proposal: state === 'proposed'
	};
}

/** Whether nothing but the act is missing: every step is behind it, and none ended against the site. */
export function awaitsAct(
	profile: RegulationProfile,
	row: Pick<CandidateRow, 'state' | 'reviewResult'>
): boolean {
	return stepDue(profile, row.state) === 'act' && unmet(profile, evidenceOf(row)).length === 0;
}

/** The term to begin with, for an act of this day: the longest that the rules allow. */
export function offerOf(profile: RegulationProfile, signedOn: string, programme: ProgrammeDates): Offer {
	const rule = termRule(profile, signedOn, programme);
	return {
		from: firstDay(rule, signedOn),
		lastDay: 'lastDay' in rule ? rule.lastDay : null,
		rule: rule.kind,
		text: profile.status.term.text,
		months: rule.kind === 'limited' ? rule.months : null
	};
}
