import { error, repeated, repeatedKeys } from '../../imports/index.ts';
import type { Finding } from '../finding.ts';
import type { RegulationField, RegulationSection } from '../profile.ts';
import type { Check } from './check.ts';

/** Every key and every number names one thing among its kind; fields of one form are one kind at every depth. */
export const NAMES: Check[] = [
	{ of: ['application'], find: ({ application }) => ofForm('application.fields', application.fields) },
	{ of: ['report'], find: ({ report }) => ofForm('report.fields', report.fields) },
	{
		of: ['programme_structure'],
		find: ({ programme_structure }) =>
			ofSections('programme_structure.sections', programme_structure.sections)
	},
	{ of: ['plan'], find: ({ plan }) => repeatedKeys('plan.columns', plan.columns) },
	{
		of: ['roles'],
		find: ({ roles }) => [
			...repeatedKeys('roles', roles),
			...roles.flatMap(({ key, duties }) => repeatedKeys(`roles.${key}.duties`, duties))
		]
	},
	{ of: ['bodies'], find: ({ bodies }) => repeatedKeys('bodies', bodies) }
];

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
