import type { RowRules } from '@stazhirovka/contract/plans';
import { m } from '#lib/paraglide/messages.js';

/** The fields of a row by their paths, for the summary of faults. */
export function rowLabels({ columns }: RowRules): Record<string, string> {
	const own = columns.filter(({ use }) => use === 'words').map(({ key, label }) => [`cells.${key}`, label]);
	return {
		title: m.plans_row_title(),
		format: m.plans_row_format(),
		delivery: m.plans_row_delivery(),
		from: m.plans_row_from(),
		lastDay: m.plans_row_to(),
		responsible: m.plans_row_responsible(),
		reason: m.plans_row_reason(),
		...Object.fromEntries(own)
	};
}
