import type { Column, Field } from '../../forms/index.ts';
import type { RegulationSection } from '../profile.ts';
import { readAs, within } from './labels.ts';

/** Siblings that are numbered under the repeated part («2.x» and «2.x.1») or named after it come back with it. */
export function belongsTo(head: RegulationSection, { n, key }: RegulationSection): boolean {
	return String(n).startsWith(`${head.n}.`) || key.startsWith(`${head.key}_`);
}

/**
 * A part that a programme has as many times as it needs, with everything that comes back with it: a topic with its name,
 * hours, tasks, work and results (R36). A nameless one is none, so the first column is always asked for.
 */
export function repeatedTable(
	key: string,
	head: RegulationSection,
	siblings: RegulationSection[],
	required: boolean
): Field {
	const others = siblings.filter((sibling) => sibling !== head && belongsTo(head, sibling));
	const own = columnsOf(head, (part) => readAs(part));
	const more = others.flatMap((one) => columnsOf(one, (part) => within(one.title, readAs(part))));
	const columns = [...own, ...more].map((column, index) => ({
		...column,
		required: required || index === 0
	}));
	return {
		key,
		label: head.title,
		...(head.hint ? { hint: head.hint } : {}),
		kind: 'table',
		required,
		...(required ? { minRows: 1 } : {}),
		columns
	};
}

function columnsOf(part: RegulationSection, name: (field: string) => string): Column[] {
	const { key, title, hint, fields = [] } = part;
	if (fields.length === 0) return [{ key, label: title, ...(hint ? { hint } : {}), kind: 'longText' }];
	return fields.map((field, index): Column => {
		const common = { key: `${key}-${index + 1}`, label: name(field) };
		if (field === 'hours') return { ...common, kind: 'number', min: 0 };
		return { ...common, kind: field === 'title' ? 'shortText' : 'longText' };
	});
}
