import { dayAfter } from '../calendar/index.ts';
import { missingParts, type Part, type RegulationProfile } from '../regulations/index.ts';
import { silentParts, unmet, type Evidence, type Step } from './demands.ts';
import { begunOn, periodOn, periodsOf, statusOn, type StatusDecision } from './status.ts';
import { endingCouncil, endsOnActDay } from './termination-words.ts';
import { termFaults, type ProgrammeDates, type TermFault } from './term.ts';

/** The document by which a status begins, changes or ends (R3). */
export type ActFacts = { kind: string; signedOn: string };

export type DecisionFault =
	| TermFault
	| { code: 'status.regulation_silent'; field: 'act'; part: Part }
	| { code: `status.${Step}_missing`; field: 'act'; step: Step }
	| {
			code: `status.${
				| 'wrong_act'
				| 'before_act'
				| 'before_previous'
				| 'not_from_act_day'
				| 'active_already'
				| 'not_active'
				| 'not_suspended'
				| 'not_longer'
				| 'theme_missing'
				| 'theme_fixed'
				| 'ground_unknown'
				| 'ground_not_yet'
				| 'ground_not_exceptional'
				| 'minutes_missing'
				| 'proposal_missing'
				| 'programme_paper_missing'}`;
			field: 'act' | 'from' | 'lastDay' | 'theme' | 'ground' | 'minutes' | 'proposal' | 'programme';
			limit?: string;
	  };

type Common = { act: ActFacts; history: readonly StatusDecision[] };

export type Granting = Common & {
	from: string;
	lastDay: string;
	theme: string;
	programme: ProgrammeDates;
	evidence: Evidence;
};

/**
 * Why the status cannot be granted; empty when it can. There is no other way to an active status, so this alone
 * proves that none is active without what its profile demands (R3–R11).
 */
export function grantFaults(profile: RegulationProfile, granting: Granting): DecisionFault[] {
	const { act, history, from, lastDay, programme } = granting;
	const taken = periodsOf(history).find((period) => period.lastDay >= from);
	return [
		...silentParts(missingParts(profile)).map((part) => silent(part)),
		...unmet(profile, granting.evidence).map((step) => missingStep(step)),
		...actFaults(profile.status.act, act),
		...dayFaults(from, granting),
		...termFaults(profile, { from, lastDay }, { programme, signedOn: act.signedOn }),
		...(taken
			? [{ code: 'status.active_already', field: 'from', limit: dayAfter(taken.lastDay) } as const]
			: []),
		...themeFaults(profile, granting.theme)
	];
}

export type Extending = Common & {
	lastDay: string;
	/** Dates of the programme as they are now, and whether the paper that changed them is named (R9). */
	programme: ProgrammeDates;
	programmePaper: boolean;
};

/** An extension moves the last day within what the profile lets a term be; beyond that a new status is granted. */
export function extensionFaults(profile: RegulationProfile, extending: Extending): DecisionFault[] {
	const { act, history, lastDay, programme } = extending;
	const current = periodOn(periodsOf(history), act.signedOn);
	const begun = begunOn(history, act.signedOn);
	if (!current || !begun) return [{ code: 'status.not_active', field: 'act' }];

	const bounds = termFaults(profile, { from: begun, lastDay }, { programme, signedOn: begun });
	const unproven = profile.status.term.kind === 'bound_to_programme' && !extending.programmePaper;
	return [
		...actFaults(profile.status.act, act),
		...dayFaults(act.signedOn, extending),
		...bounds.filter(({ field }) => field === 'lastDay'),
		...(unproven ? [{ code: 'status.programme_paper_missing', field: 'programme' } as const] : []),
		...(lastDay > current.lastDay
			? []
			: [{ code: 'status.not_longer', field: 'lastDay', limit: current.lastDay } as const])
	];
}

export type Pausing = Common & { kind: 'suspend' | 'resume'; from: string };

/** A suspension stops the work and not the clock: the term goes on and ends when it would have. */
export function pauseFaults(profile: RegulationProfile, pausing: Pausing): DecisionFault[] {
	const status = statusOn(periodsOf(pausing.history), pausing.from);
	const wanted = pausing.kind === 'suspend' ? 'active' : 'suspended';
	const code = pausing.kind === 'suspend' ? 'status.not_active' : 'status.not_suspended';
	return [
		...actFaults(profile.status.act, pausing.act),
		...dayFaults(pausing.from, pausing),
		...(status === wanted ? [] : [{ code, field: 'from' } as const])
	];
}

export type Terminating = Common & {
	/** The first day without the status. */
	from: string;
	/** Code of a ground of the profile. */
	ground: string;
	/** Minutes of the body that decides, and представление of the body that submits: whether they are recorded. */
	minutes: boolean;
	proposal: boolean;
};

/**
 * Why the status cannot be ended so; empty when it can (R21–R24). What was decided for later days does not stand in the
 * way: the end cancels it.
 */
export function terminationFaults(profile: RegulationProfile, ending: Terminating): DecisionFault[] {
	const { termination, status } = profile;
	const { act, history, from } = ending;
	const current = periodOn(periodsOf(history), from);
	const demands = terminationDemands(profile);
	const fromItsDay = endsOnActDay(profile) && from > act.signedOn;
	return [
		...actFaults(termination.act ?? status.act, act),
		...(from < act.signedOn ? [beforeAct(act)] : []),
		...(fromItsDay ? [{ code: 'status.not_from_act_day', field: 'from', limit: act.signedOn } as const] : []),
		...(current ? [] : [{ code: 'status.not_active', field: 'from' } as const]),
		...groundFaults(profile, ending.ground),
		...(demands.minutes && !ending.minutes
			? [{ code: 'status.minutes_missing', field: 'minutes' } as const]
			: []),
		...(demands.proposal && !ending.proposal
			? [{ code: 'status.proposal_missing', field: 'proposal' } as const]
			: [])
	];
}

/** What must be recorded before a termination: minutes where a council of the regulation decides (R22). */
export function terminationDemands(profile: RegulationProfile): { minutes: boolean; proposal: boolean } {
	return { minutes: endingCouncil(profile) !== null, proposal: profile.termination.on_submission_of != null };
}

/** Grounds by which a status may end before its term is over; where a profile marks exceptions, only those (R24). */
export function earlyGrounds({ termination: { grounds } }: RegulationProfile) {
	const early = grounds.filter(({ code }) => !NATURAL.has(code));
	const exceptional = early.filter((ground) => ground.exceptional === true);
	return exceptional.length ? exceptional : early;
}

/** The term ends by itself, so no act is needed for these; an act before the day would be early. */
const NATURAL: ReadonlySet<string> = new Set(['programme_term_ended', 'project_term_ended']);

function groundFaults(profile: RegulationProfile, ground: string): DecisionFault[] {
	const { grounds } = profile.termination;
	// A source that names no grounds leaves them to the act's own words.
	if (grounds.length === 0) return [];
	if (!grounds.some(({ code }) => code === ground))
		return [{ code: 'status.ground_unknown', field: 'ground' }];
	if (NATURAL.has(ground)) return [{ code: 'status.ground_not_yet', field: 'ground' }];
	const early = earlyGrounds(profile).some(({ code }) => code === ground);
	return early ? [] : [{ code: 'status.ground_not_exceptional', field: 'ground' }];
}

function actFaults(prescribed: string | null, act: ActFacts): DecisionFault[] {
	const other = prescribed !== null && prescribed !== act.kind;
	return other ? [{ code: 'status.wrong_act', field: 'act', limit: prescribed }] : [];
}

/** Nothing works before the act that says it, nor before what was decided earlier. */
function dayFaults(from: string, { act, history }: Common): DecisionFault[] {
	const previous = history.reduce((day, decision) => (decision.from > day ? decision.from : day), '');
	if (from < act.signedOn) return [beforeAct(act)];
	return from < previous ? [{ code: 'status.before_previous', field: 'from', limit: previous }] : [];
}

function beforeAct({ signedOn }: ActFacts): DecisionFault {
	return { code: 'status.before_act', field: 'from', limit: signedOn };
}

function themeFaults({ theme, theme_fixed }: RegulationProfile, given: string): DecisionFault[] {
	if (given.trim() === '') return [{ code: 'status.theme_missing', field: 'theme' }];
	const other = theme_fixed === true && theme != null && theme !== given;
	return other ? [{ code: 'status.theme_fixed', field: 'theme', limit: theme }] : [];
}

function silent(part: Part): DecisionFault {
	return { code: 'status.regulation_silent', field: 'act', part };
}

function missingStep(step: Step): DecisionFault {
	return { code: `status.${step}_missing`, field: 'act', step };
}
