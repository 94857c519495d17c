import type { Part, RegulationProfile } from '../regulations/index.ts';

/** What may stand between a wish for the status and the act, in the order of the way (R4, R5, R12, R27, R28). */
export const STEPS = ['completeness', 'expertise', 'council', 'proposal', 'act'] as const;
export type Step = (typeof STEPS)[number];

/** The steps that a profile prescribes. Completeness is checked where somebody applies; an act always ends the way. */
export function stepsOf(profile: RegulationProfile): Step[] {
	const { application, status } = profile;
	const prescribed: Record<Step, boolean> = {
		completeness: application.exists,
		expertise: status.expertise.required === true,
		council: status.decided_by_body !== null,
		proposal: status.on_submission_of !== null,
		act: true
	};
	return STEPS.filter((step) => prescribed[step]);
}

/** Parts without which no status can be granted lawfully: somebody must say who grants it, and by which act (R3). */
const NEEDED: readonly Part[] = ['status.granted_by', 'status.act', 'application.fields'];

/** Which of those parts the source does not give and nobody has given by hand; `missing` comes from `missingParts`. */
export function silentParts(missing: readonly Part[]): Part[] {
	return NEEDED.filter((part) => missing.includes(part));
}

/** Who does each step, in the words of the profile. */
const BODY: Record<Step, (profile: RegulationProfile) => string | null> = {
	completeness: ({ operator }) => operator.title,
	expertise: ({ status }) => status.expertise.body ?? null,
	council: ({ status }) => status.decided_by_body,
	proposal: ({ status }) => status.on_submission_of,
	act: ({ status }) => status.granted_by
};

/** Who does a step; null where the source does not say. */
export function bodyOf(profile: RegulationProfile, step: Step): string | null {
	return BODY[step](profile);
}

/** Whose word decides where experts are split: the council's, where it votes on the status; otherwise its chair's. */
export function tieDecider(profile: RegulationProfile): 'council' | 'chair' {
	return stepsOf(profile).includes('council') ? 'council' : 'chair';
}

/** What has been done on the way to the status. */
export type Evidence = {
	completeness: boolean;
	/** The recorded result of the expertise; `split` is neither, and waits for the council's votes. */
	expertise: 'positive' | 'negative' | 'split' | null;
	/** The council's decision in its minutes. */
	council: 'for' | 'against' | null;
	/** Представление of the body that the profile names. */
	proposal: boolean;
};

/** Prescribed steps before the act that are not done, or ended against the site. */
export function unmet(profile: RegulationProfile, evidence: Evidence): Step[] {
	const settled = evidence.expertise === 'split' && tieDecider(profile) === 'council';
	const met: Record<Step, boolean> = {
		completeness: evidence.completeness,
		expertise: evidence.expertise === 'positive' || (settled && evidence.council === 'for'),
		council: evidence.council === 'for',
		proposal: evidence.proposal,
		act: true
	};
	return stepsOf(profile).filter((step) => !met[step]);
}
