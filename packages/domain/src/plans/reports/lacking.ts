import { fieldsOf, isLink, type Answer, type Column, type FormDefinition } from '../../forms/index.ts';
import type { Row } from './filling.ts';
import type { ReportLog } from './log.ts';
import { toldPlaces } from './mismatches.ts';
import { isLinkColumn, type TableField } from './parts.ts';

/** A row of a report that lacks its link, or a told event with no record behind it: `place` is where it is mended. */
export type Lacking = { kind: 'link' | 'record'; place: string };

/** What the rows of a report lack, known as soon as they are written (R128, R138), in the order of the form. */
export function lackingIn(definition: FormDefinition, answer: Answer, log: ReportLog): Lacking[] {
	const untold = toldPlaces(definition, answer, log).filter(({ records }) => records.length === 0);
	return fieldsOf(definition).flatMap((field) => {
		if (field.kind !== 'table') return [];
		const unrecorded = untold.filter(({ path }) => path.startsWith(`${field.key}.`));
		return [
			...rowsWithoutLink(field, answer),
			...unrecorded.map(({ path }): Lacking => ({ kind: 'record', place: placeIn(field, path) }))
		];
	});
}

function rowsWithoutLink({ key, columns }: TableField, answer: Answer): Lacking[] {
	const links = columns.filter(isLinkColumn);
	const rows = (answer[key] ?? []) as unknown as Row[];
	return rows.flatMap((row, index) =>
		links.flatMap((link): Lacking[] => {
			const others = columns.filter((column) => column !== link && said(row, column) !== '');
			const lacks = others.length > 0 && !isLink(said(row, link));
			return lacks ? [{ kind: 'link', place: `${key}.${index}.${link.key}` }] : [];
		})
	);
}

/** The first cell of a row stands for the row: a row itself is nothing to write into. */
function placeIn({ columns }: TableField, path: string): string {
	return `${path}.${columns[0]?.key ?? ''}`;
}

function said(row: Row | null, { key }: Pick<Column, 'key'>): string {
	return String(row?.[key] ?? '').trim();
}
