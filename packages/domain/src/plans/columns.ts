import type { RegulationColumn, RegulationPlan } from '../regulations/index.ts';

/** What a column of the plan shows: parts that every row has, or words of its own. */
export const COLUMN_USES = ['number', 'title', 'format', 'words', 'dates', 'person', 'report'] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

export type PlanColumn = { key: string; label: string; use: ColumnUse };

/** A column that asks how an event is held, by its own label. */
const FORMAT = /^(форм[аы]|формат)(\s|$)/i;

/** Where a source gives no columns at all, a row still has these; their labels are words of the page and the paper. */
const LEAST: readonly PlanColumn[] = [
	{ key: 'n', label: '', use: 'number' },
	{ key: 'title', label: '', use: 'title' },
	{ key: 'dates', label: '', use: 'dates' },
	{ key: 'person', label: '', use: 'person' }
];

/** The columns of the plan in the order of the profile (R53, R55, R57). The first words of a row are its title. */
export function planColumns({ columns }: Pick<RegulationPlan, 'columns'>): PlanColumn[] {
	if (columns.length === 0) return [...LEAST];
	const title = columns.find(({ type }) => type === 'text')?.key;
	const format = columns.find(
		({ key, type, label }) => type === 'text' && key !== title && FORMAT.test(label)
	);
	return columns.map((column) => ({
		key: column.key,
		label: column.label,
		use: useOf(column, title, format?.key)
	}));
}

/** Columns in which people write their own words. */
export function ownColumns(columns: readonly PlanColumn[]): PlanColumn[] {
	return columns.filter(({ use }) => use === 'words');
}

function useOf({ key, type }: RegulationColumn, title?: string, format?: string): ColumnUse {
	if (type !== 'text') return type;
	if (key === title) return 'title';
	return key === format ? 'format' : 'words';
}
