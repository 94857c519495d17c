import { warning } from '../../imports/index.ts';
import type { Finding, FindingCode } from '../finding.ts';
import type { FieldType, RegulationField } from '../profile.ts';
import type { Check } from './check.ts';

const NEEDS: Partial<Record<FieldType, ['options' | 'columns' | 'children', FindingCode]>> = {
	choice: ['options', 'field.options_missing'],
	table: ['columns', 'field.columns_missing'],
	group: ['children', 'field.children_missing']
};

/** A choice needs options, a table columns, a group fields: without them there is nothing to fill in. */
export const FIELDS: Check[] = [
	{ of: ['application'], find: ({ application }) => ofFields('application.fields', application.fields) },
	{ of: ['report'], find: ({ report }) => ofFields('report.fields', report.fields) }
];

function ofFields(place: string, fields: RegulationField[]): Finding[] {
	return fields.flatMap((field) => {
		const own = `${place}.${field.key}`;
		const [part, code] = NEEDS[field.type] ?? [];
		const empty = part && code && !field[part]?.length ? [warning(own, code)] : [];
		return [...empty, ...ofFields(`${own}.children`, field.children ?? [])];
	});
}
