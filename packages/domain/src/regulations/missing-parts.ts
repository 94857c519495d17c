import type { RegulationProfile } from './profile.ts';

/** What a source may leave out, by its place in the profile. */
export const PARTS = [
	'source.complete',
	'host.organisation',
	'status.granted_by',
	'status.act',
	'status.expertise.body',
	'status.term',
	'application.fields',
	'programme_structure.sections',
	'plan.columns',
	'plan.approved_by',
	'report.fields',
	'report.deadline',
	'report.to',
	'termination.decided_by',
	'termination.grounds'
] as const;
export type Part = (typeof PARTS)[number];

type Absence = (profile: RegulationProfile) => boolean;

/** What a source means by a part that it announces and does not give. */
const NOT_IN_SOURCE = /not_in_seed/;

const ABSENT: Record<Part, Absence> = {
	'source.complete': ({ source }) => source.complete === false,
	'host.organisation': ({ host }) => host.scope === 'named_organisation' && !host.organisation,
	'status.granted_by': ({ status }) => status.granted_by === null,
	'status.act': ({ status }) => status.act === null,
	'status.expertise.body': ({ status }) => status.expertise.required === true && !status.expertise.body,
	'status.term': ({ status }) => status.term.kind === 'not_specified',
	'application.fields': ({ application }) => application.exists && isFormless(application),
	'programme_structure.sections': ({ programme_structure: { exists, sections } }) =>
		exists && sections.length === 0,
	'plan.columns': ({ plan }) => plan.exists && NOT_IN_SOURCE.test(plan.columns_source ?? ''),
	'plan.approved_by': ({ plan }) => plan.approved === true && !plan.approved_by,
	'report.fields': ({ report }) => report.exists && isFormless(report),
	'report.deadline': ({ report }) => report.exists && report.deadline === null,
	'report.to': ({ report }) => report.exists && !report.to,
	'termination.decided_by': ({ termination }) => termination.decided_by === null,
	'termination.grounds': ({ termination }) => termination.grounds.length === 0
};

/** Parts that the source does not give, so that nobody takes their absence for a rule. What has no part at all is none. */
export function missingParts(profile: RegulationProfile): Part[] {
	return PARTS.filter((part) => ABSENT[part](profile));
}

function isFormless(form: { fields: unknown[]; fields_source?: string | null }): boolean {
	return form.fields.length === 0 || NOT_IN_SOURCE.test(form.fields_source ?? '');
}
