import { hasErrors } from '../imports/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { missingParts, type Part } from './missing-parts.ts';
import type { Act, RegulationColumn, RegulationField, RegulationProfile } from './profile.ts';
import { checkRegulation, type FaultyRegulation } from './read-regulation.ts';

/** Parts that people may give by hand where the source does not. */
export const FORM_PARTS = ['application.fields', 'report.fields'] as const;
export const TEXT_PARTS = [
	'status.granted_by',
	'status.expertise.body',
	'plan.approved_by',
	'termination.decided_by'
] as const;

export type CompletedPart =
	| { part: (typeof FORM_PARTS)[number]; fields: RegulationField[] }
	| { part: 'plan.columns'; columns: RegulationColumn[] }
	| { part: 'status.act'; act: Act }
	| { part: (typeof TEXT_PARTS)[number]; text: string };

/** A part given by hand: by whom and when (ISO moment). */
export type Completion = CompletedPart & { by: string; at: string };

type NotMissing = { code: 'regulation.part_not_missing'; details: { part: Part } };

const BY_HAND = 'completed_by_hand';

export function mayComplete(part: Part): boolean {
	return [...FORM_PARTS, ...TEXT_PARTS, 'plan.columns', 'status.act'].some((own) => own === part);
}

/** The profile with a missing part in its place. What the source says itself is never written over. */
export function complete(
	profile: RegulationProfile,
	given: CompletedPart
): Result<RegulationProfile, NotMissing | FaultyRegulation> {
	if (!missingParts(profile).includes(given.part))
		return refuse({ code: 'regulation.part_not_missing', details: { part: given.part } });

	const completed = withPart(profile, given);
	const findings = checkRegulation(completed);
	if (hasErrors(findings)) return refuse({ code: 'regulation.faulty', details: { findings } });
	return ok(completed);
}

/** The profile as it is followed: the source, and what people have given where it was silent. */
export function completed(
	source: RegulationProfile,
	completions: readonly CompletedPart[]
): RegulationProfile {
	return completions.reduce(withPart, source);
}

/** Completions that a newer source still needs. */
export function stillNeeded<C extends CompletedPart>(
	source: RegulationProfile,
	completions: readonly C[]
): C[] {
	const missing = missingParts(source);
	return completions.filter(({ part }) => missing.includes(part));
}

function withPart(profile: RegulationProfile, given: CompletedPart): RegulationProfile {
	const { application, plan, report, status, termination } = profile;
	switch (given.part) {
		case 'application.fields':
			return {
				...profile,
				application: { ...application, fields: given.fields, fields_source: BY_HAND }
			};
		case 'report.fields':
			return { ...profile, report: { ...report, fields: given.fields, fields_source: BY_HAND } };
		case 'plan.columns':
			return { ...profile, plan: { ...plan, columns: given.columns, columns_source: BY_HAND } };
		case 'plan.approved_by':
			return { ...profile, plan: { ...plan, approved_by: given.text } };
		case 'status.act':
			return { ...profile, status: { ...status, act: given.act } };
		case 'status.granted_by':
			return { ...profile, status: { ...status, granted_by: given.text } };
		case 'status.expertise.body':
			return {
				...profile,
				status: { ...status, expertise: { ...status.expertise, body: given.text } }
			};
		case 'termination.decided_by':
			return { ...profile, termination: { ...termination, decided_by: given.text } };
	}
}
