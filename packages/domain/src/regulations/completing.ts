import { hasErrors } from '../imports/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { missingParts, type Part } from './missing-parts.ts';
import type {
	Act,
	RegulationColumn,
	RegulationField,
	RegulationProfile,
	RegulationSection
} from './profile.ts';
import { checkRegulation, type FaultyRegulation } from './read-regulation.ts';

/** Parts that people may give by hand where the source does not. */
export const FORM_PARTS = ['application.fields', 'report.fields'] as const;
export const TEXT_PARTS = [
	'status.granted_by',
	'status.expertise.body',
	'host.organisation',
	'plan.approved_by',
	'report.to',
	'termination.decided_by'
] as const;
/** What a term may be by hand: everything but untold. */
export const GIVEN_TERM_KINDS = ['max_duration', 'bound_to_project', 'bound_to_programme'] as const;

export type GivenTerm = {
	kind: (typeof GIVEN_TERM_KINDS)[number];
	/** The words of the document that tells it. */
	text: string;
	max_months: number | null;
	starts: string | null;
	ends: string | null;
};
export type Ground = RegulationProfile['termination']['grounds'][number];
export type Deadline = { month: number; day: number };

export type CompletedPart =
	| { part: (typeof FORM_PARTS)[number]; fields: RegulationField[] }
	| { part: 'plan.columns'; columns: RegulationColumn[] }
	| { part: 'programme_structure.sections'; sections: RegulationSection[] }
	| { part: 'status.act'; act: Act }
	| { part: 'status.term'; term: GivenTerm }
	| { part: 'termination.grounds'; grounds: Ground[] }
	| { part: 'report.deadline'; deadline: Deadline }
	| { part: (typeof TEXT_PARTS)[number]; text: string };

/** A part given by hand: by whom and when (ISO moment). */
export type Completion = CompletedPart & { by: string; at: string };

type NotMissing = { code: 'regulation.part_not_missing'; details: { part: Part } };

const BY_HAND = 'completed_by_hand';

/** What is lost of the text itself is nobody's to give. */
export function mayComplete(part: Part): boolean {
	return part !== 'source.complete';
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

const SHAPES: readonly Part[] = [...FORM_PARTS, 'plan.columns', 'programme_structure.sections'];

/** Parts that shape what people fill in; dates of a programme are asked for in its form. */
function isShape(given: CompletedPart): boolean {
	const asksDates = given.part === 'status.term' && given.term.kind === 'bound_to_programme';
	return asksDates || SHAPES.includes(given.part);
}

/**
 * A version under which something was begun: what people have given later by hand, newest last, fills its silence
 * too, for silence was never a rule. Forms stay as they were begun.
 */
export function withLaterWords(
	profile: RegulationProfile,
	later: readonly CompletedPart[]
): RegulationProfile {
	return completed(
		profile,
		stillNeeded(profile, later).filter((given) => !isShape(given))
	);
}

function withPart(profile: RegulationProfile, given: CompletedPart): RegulationProfile {
	const { application, host, plan, programme_structure: programme, report, status, termination } = profile;
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
		case 'programme_structure.sections':
			return { ...profile, programme_structure: { ...programme, sections: given.sections } };
		case 'host.organisation':
			return { ...profile, host: { ...host, organisation: given.text } };
		case 'plan.approved_by':
			return { ...profile, plan: { ...plan, approved_by: given.text } };
		case 'status.act':
			return { ...profile, status: { ...status, act: given.act } };
		case 'status.term':
			return { ...profile, status: { ...status, term: given.term } };
		case 'status.granted_by':
			return { ...profile, status: { ...status, granted_by: given.text } };
		case 'status.expertise.body':
			return {
				...profile,
				status: { ...status, expertise: { ...status.expertise, body: given.text } }
			};
		case 'report.deadline':
			return { ...profile, report: { ...report, deadline: { kind: 'not_later_than', ...given.deadline } } };
		case 'report.to':
			return { ...profile, report: { ...report, to: given.text } };
		case 'termination.grounds':
			return { ...profile, termination: { ...termination, grounds: given.grounds } };
		case 'termination.decided_by':
			return { ...profile, termination: { ...termination, decided_by: given.text } };
	}
}
