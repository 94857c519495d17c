import { bars, heatMap, lines } from '@stazhirovka/charts';
import type { Figure } from '@stazhirovka/domain/indicators';
import {
	figureWords,
	measureOf,
	SUBJECT_TITLES,
	type SummaryColumn,
	type SummaryDefinition,
	type SummaryTable
} from '@stazhirovka/domain/summaries';

/** More rows than these are read in the table. */
const MOST = { bars: 15, heat_map: 25, lines: 3 } as const;

/** The picture of a table; null where none was asked for, or there is nothing to compare. */
export function pictureOf({ chart, subject, sort }: SummaryDefinition, table: SummaryTable): string | null {
	if (chart === 'none' || table.rows.length === 0) return null;
	const [first] = table.columns;
	const shown = sort.by === 'title' ? first?.measure : sort.by;
	if (!shown) return null;
	const own = table.columns.flatMap((column, place) => (column.measure === shown ? [{ column, place }] : []));
	const rows = table.rows.slice(0, MOST[chart]);
	const title = `${measureOf(shown).title}: ${SUBJECT_TITLES[subject].toLowerCase()}`;
	const description = describe(rows.length, table.rows.length);

	if (chart === 'bars') {
		const last = own.at(-1);
		if (!last) return null;
		return bars({
			...{ title, description },
			rows: rows.map((row) => bar(row.title, last.column, row.cells[last.place])),
			mark: markOf(last.column, table.total?.[last.place])
		});
	}
	if (chart === 'lines')
		return lines({
			...{ title, description },
			points: own.map(({ column }) => column.days ?? ''),
			series: rows.map((row) => ({
				label: row.title,
				values: own.map(({ place }) => valueOf(row.cells[place]))
			}))
		});
	return heatMap({
		...{ title: 'Все показатели таблицы', description },
		columns: table.columns.map(({ title, days }) => (days ? `${title}, ${days}` : title)),
		rows: rows.map((row) => ({ label: row.title, values: row.cells.map(valueOf) }))
	});
}

function bar(label: string, column: SummaryColumn, cell: Figure | undefined) {
	return { label, value: valueOf(cell), text: figureWords(column, cell ?? null) };
}

/** The share of all together is a line to compare with; a sum is not. */
function markOf(column: SummaryColumn, total: Figure | null | undefined) {
	const value = valueOf(total ?? undefined);
	if (value === null || column.unit === 'count') return null;
	return { value, text: `вместе ${figureWords(column, total ?? null)}` };
}

function describe(shown: number, all: number): string {
	return shown < all
		? `Показаны первые ${shown} из ${all}. Все числа – в таблице.`
		: 'Все числа – в таблице.';
}

function valueOf(cell: Figure | undefined): number | null {
	return cell?.kind === 'value' ? cell.value : null;
}
