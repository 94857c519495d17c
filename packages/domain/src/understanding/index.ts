import { fieldsOf } from '../forms/index.ts';
import { planColumns, reportForm, reportParts, type ReportPart } from '../plans/index.ts';
import {
	demandsWhole,
	programmeForm,
	takesLines,
	type RegulationField,
	type RegulationProfile
} from '../regulations/index.ts';
import { endingCouncil, endsOnActDay, isNetworkKind } from '../sites/index.ts';
import { accompanies, isChosen, staffRoles } from '../staff/index.ts';

/** What the words of a source were taken for, by the place of the words. */
export const MEANINGS = [
	'host.network',
	'host.organisation',
	'role.tutor',
	'role.learner',
	'role.staff',
	'choice.by_minutes',
	'choice.by_words',
	'text.lines',
	'text.line',
	'programme.required',
	'programme.free',
	'programme.period',
	'programme.number',
	'plan.number',
	'plan.title',
	'plan.format',
	'plan.words',
	'plan.dates',
	'plan.person',
	'plan.report',
	'report.events',
	'report.changes',
	'report.works',
	'report.cohorts',
	'report.by_hand',
	'report.records_events',
	'report.people_events',
	'report.records_works',
	'report.people_cohorts',
	'column.number',
	'column.title',
	'column.format',
	'column.delivery',
	'column.count',
	'column.day',
	'column.outcome',
	'column.link',
	'column.person',
	'column.author',
	'column.cohort',
	'column.change',
	'column.reason',
	'column.by_hand',
	'ending.act_day',
	'ending.any_day',
	'ending.council',
	'ending.no_council'
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** Words of a source and what they were taken for. */
export type Understood = { words: string; meaning: Meaning };

/**
 * Everything that is taken from the words of a regulation and not from its structure, so that whoever keeps it sees
 * where the words were taken wrong. What no words tell is filled by people, and nothing is forbidden by it.
 */
export function understood(profile: RegulationProfile): Understood[] {
	return [
		...profile.host.kinds.map((words) =>
			put(words, isNetworkKind(words) ? 'host.network' : 'host.organisation')
		),
		...ofRoles(profile),
		...ofTexts([...profile.application.fields, ...profile.report.fields]),
		...ofProgramme(profile),
		...(profile.plan.exists ? ofPlan(profile) : []),
		...ofReport(profile),
		...ofEnding(profile)
	];
}

function ofRoles(profile: RegulationProfile): Understood[] {
	const staff = new Set(staffRoles(profile).map(({ key }) => key));
	return profile.roles.flatMap((role) => {
		const taken = !staff.has(role.key) ? 'learner' : accompanies(role) ? 'tutor' : 'staff';
		const rule = role.network_rule;
		const chosen = isChosen(role) ? 'choice.by_minutes' : 'choice.by_words';
		return [put(role.title, `role.${taken}`), ...(rule ? [put(`${role.title}: ${rule}`, chosen)] : [])];
	});
}

function ofTexts(fields: RegulationField[]): Understood[] {
	return fields.flatMap((field) => [
		...(field.type === 'text'
			? [put(field.label, takesLines(field.label) ? 'text.lines' : 'text.line')]
			: []),
		...ofTexts(field.children ?? [])
	]);
}

function ofProgramme(profile: RegulationProfile): Understood[] {
	const { normative, sections } = profile.programme_structure;
	const fields = sections.length ? fieldsOf(programmeForm(profile)) : [];
	return [
		...(normative ? [put(normative, demandsWhole(normative) ? 'programme.required' : 'programme.free')] : []),
		...fields.flatMap(({ kind, label }) =>
			kind === 'period' || kind === 'number' ? [put(label, `programme.${kind}`)] : []
		)
	];
}

function ofPlan({ plan }: RegulationProfile): Understood[] {
	return planColumns(plan).flatMap(({ label, use }) => (label ? [put(label, `plan.${use}`)] : []));
}

function ofReport(profile: RegulationProfile): Understood[] {
	const form = reportForm(profile);
	if (!form) return [];
	const parts = new Map(reportParts(form).map((part) => [part.field.key, part]));
	return fieldsOf(form).flatMap((field): Understood[] => {
		const part = parts.get(field.key);
		return part
			? [put(field.label, meaningOf(part)), ...ofTable(part)]
			: [put(field.label, 'report.by_hand')];
	});
}

function meaningOf(part: ReportPart): Meaning {
	if (part.kind !== 'number') return `report.${part.told}`;
	return MEANINGS.find((one) => one === `report.${part.measure}_${part.told}`) ?? 'report.by_hand';
}

function ofTable(part: ReportPart): Understood[] {
	if (part.kind !== 'table') return [];
	return part.field.columns.map(({ key, label }) =>
		put(`${part.field.label}: ${label}`, `column.${part.uses.get(key) ?? 'by_hand'}`)
	);
}

function ofEnding(profile: RegulationProfile): Understood[] {
	const { decided_by: decides, effective_from: day } = profile.termination;
	return [
		...(decides ? [put(decides, endingCouncil(profile) ? 'ending.council' : 'ending.no_council')] : []),
		...(day ? [put(day, endsOnActDay(profile) ? 'ending.act_day' : 'ending.any_day')] : [])
	];
}

function put(words: string, meaning: Meaning): Understood {
	return { words, meaning };
}
