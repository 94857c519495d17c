import { fieldsOf, type Answer, type Field, type FormDefinition, type Section } from '../../forms/index.ts';
import type { RegulationProfile, RegulationSection } from '../profile.ts';
import { apart } from './keys.ts';
import { namedParts, numbered, readAs, within } from './labels.ts';
import { belongsTo, repeatedTable } from './repeated-table.ts';

type Structured = Pick<RegulationProfile, 'programme_structure' | 'status'>;

/** The sheet of a programme has this key in every regulation. */
export const PROGRAMME = 'programme';

/**
 * The programme of a site in the structure of its regulation (R16, R35–R41): sections and children in the order and
 * under the numbers of the source. Only a structure that the source calls a demand must be filled whole; dates that the
 * status depends on always (R9).
 */
export function programmeForm({ programme_structure: structure, status }: Structured): FormDefinition {
	const required = demandsWhole(structure.normative ?? '');
	const given = structure.sections.map((section) => toSection(section, required));
	const sections = given.length ? given : [WHOLE];
	const title = structure.title ?? WHOLE_TITLE;

	if (status.term.kind !== 'bound_to_programme') return apart({ key: PROGRAMME, title, sections });
	return apart({ key: PROGRAMME, title, sections: withDates(sections) });
}

/** Whether a source calls its structure a demand. */
export function demandsWhole(normative: string): boolean {
	return /^требован/iu.test(normative);
}

/** Whether an application brings a programme: its form or its structure says so, or the status depends on its dates. */
export function asksProgramme({
	application,
	...profile
}: Structured & Pick<RegulationProfile, 'application'>): boolean {
	const { programme_structure: structure, status } = profile;
	const named = application.fields.some(({ type }) => type === 'programme');
	return structure.exists || named || status.term.kind === 'bound_to_programme';
}

/** The dates that the programme states; null while they are not whole. */
export function programmeDates(profile: Structured, answer: Answer): { from: string; to: string } | null {
	const period = fieldsOf(programmeForm(profile)).find(({ kind }) => kind === 'period');
	const value = period && Object.hasOwn(answer, period.key) ? answer[period.key] : null;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;

	const { from, to } = value as { from?: unknown; to?: unknown };
	return typeof from === 'string' && typeof to === 'string' && from && to ? { from, to } : null;
}

const WHOLE_TITLE = 'Программа';
/** A programme whose structure the source does not give. */
const WHOLE: Section = {
	key: 'whole',
	fields: [{ key: 'whole', label: WHOLE_TITLE, kind: 'longText', required: true }]
};

function withDates(sections: Section[]): Section[] {
	const isPeriod = ({ kind }: Field) => kind === 'period';
	const first = sections.flatMap(({ fields }) => fields).find(isPeriod);
	if (!first) {
		const period: Field = { key: 'period', label: 'Сроки реализации', kind: 'period', required: true };
		return [{ key: 'period', fields: [period] }, ...sections];
	}
	return sections.map((section) => ({
		...section,
		fields: section.fields.map((field) => (field === first ? { ...field, required: true } : field))
	}));
}

function toSection(section: RegulationSection, required: boolean): Section {
	const { key, n, title, hours, hint, children = [] } = section;
	if (children.length === 0 && !partsOf(section)) return { key, fields: [whole(section, key, required)] };

	const heading = hours ? `${numbered(n, title)} (часов: ${hours})` : numbered(n, title);
	const fields = [...parts(section, key, required), ...childFields(section, key, required)];
	return { key, title: heading, ...(hint ? { hint } : {}), fields };
}

function childFields(section: RegulationSection, path: string, required: boolean): Field[] {
	const { children = [], repeat } = section;
	const head = children.find(({ key }) => key === repeat);
	return children.flatMap((child): Field[] => {
		const own = `${path}-${child.key}`;
		if (child === head) return [repeatedTable(own, head, children, required)];
		if (head && belongsTo(head, child)) return [];
		return fieldsOfChild(child, own, required);
	});
}

function fieldsOfChild(child: RegulationSection, path: string, required: boolean): Field[] {
	const inner = [...parts(child, path, required), ...childFields(child, path, required)];
	return inner.length ? inner : [whole(child, path, required)];
}

/** One field for all of it: dates where it is about dates. */
function whole({ n, title, hint, hours }: RegulationSection, key: string, required: boolean): Field {
	const label = hours ? `${numbered(n, title)} (часов: ${hours})` : numbered(n, title);
	const kind = /срок\p{L}*\s+реализации/iu.test(title) ? 'period' : 'longText';
	return { key, label, kind, required, ...(hint ? { hint } : {}) };
}

function partsOf({ title, fields = [] }: RegulationSection): { whole: string; parts: string[] } | null {
	return fields.length ? { whole: title, parts: fields } : namedParts(title);
}

function parts(section: RegulationSection, path: string, required: boolean): Field[] {
	const named = partsOf(section);
	return (named?.parts ?? []).map((part, index): Field => {
		const label = numbered(section.n, within(named?.whole ?? section.title, readAs(part)));
		const common = { key: `${path}-${index + 1}`, label, required };
		return part === 'hours' ? { ...common, kind: 'number', min: 0 } : { ...common, kind: 'longText' };
	});
}
