import { error, repeated, repeatedKeys } from '../../imports/index.ts';
import type { Finding } from '../finding.ts';
import type { RegulationField, RegulationProfile, RegulationSection } from '../profile.ts';

/** Every key and every number names one thing among its kind; fields of one form are one kind at every depth. */
export function checkNames(profile: RegulationProfile): Finding[] {
	const { application, report, programme_structure, plan, roles, bodies } = profile;
	return [
		...ofForm('application.fields', application.fields),
		...ofForm('report.fields', report.fields),
		...ofSections('programme_structure.sections', programme_structure.sections),
		...repeatedKeys('plan.columns', plan.columns),
		...repeatedKeys('roles', roles),
		...roles.flatMap(({ key, duties }) => repeatedKeys(`roles.${key}.duties`, duties)),
		...repeatedKeys('bodies', bodies)
	];
}

function ofForm(place: string, fields: RegulationField[]): Finding[] {
	const all = everyField(fields);
	return [
		...repeatedKeys(place, all),
		...repeatedNumbers(place, all),
		...all.flatMap(({ key, columns }) => repeatedKeys(`${place}.${key}.columns`, columns))
	];
}

function everyField(fields: RegulationField[]): RegulationField[] {
	return fields.flatMap((field) => [field, ...everyField(field.children ?? [])]);
}

function ofSections(place: string, sections: RegulationSection[]): Finding[] {
	return [
		...repeatedKeys(place, sections),
		...repeatedNumbers(place, sections),
		...sections.flatMap(({ key, children = [] }) => ofSections(`${place}.${key}.children`, children))
	];
}

function repeatedNumbers(place: string, things: { n: number | string }[]): Finding[] {
	return repeated(things.map(({ n }) => String(n))).map((n) => error(place, 'number.repeated', { found: n }));
}
