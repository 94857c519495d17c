import { bars, heatMap, lines, type Told } from '@stazhirovka/charts';
import { figureWords, type Figure } from '@stazhirovka/domain/indicators';
import {
	measureOf,
	type SummaryColumn,
	type SummaryDefinition,
	type SummaryTable
} from '@stazhirovka/domain/summaries';

/** More rows than these are read in the table. */
const MOST = { bars: 15, heat_map: 25, lines: 3 } as const;

type Picture = { title: string; svg: string };
type Shown = { column: SummaryColumn; place: number };

/** The picture of a table; null where none was asked for, or there is nothing to compare. */
export function pictureOf(
	{ chart, subject, sort, pictured }: SummaryDefinition,
	table: SummaryTable
): Picture | null {
	const [first] = table.columns;
	if (chart === 'none' || table.rows.length === 0 || !first) return null;
	const measure = pictured ?? (sort.by === 'title' ? first.measure : sort.by);
	const columns = table.columns.map((column, place) => ({ column, place }));
	const rows = table.rows.slice(0, MOST[chart]).map((row) => ({ ...row, title: labelOf(row, subject) }));
	const told = { title: measureOf(measure).title, description: describe(rows.length, table.rows.length) };
	if (chart === 'heat_map') return drawHeatMap(columns, rows, { ...told, pictured });

	const own = columns.filter(({ column }) => column.measure === measure);
	const svg = chart === 'bars' ? drawBars(own, { ...table, rows }, told) : drawLines(own, rows, told);
	return { title: told.title, svg };
}

/** A site is better known by its organisation: titles of sites begin alike. A deficit stands in several places. */
function labelOf(
	{ title, note }: SummaryTable['rows'][number],
	subject: SummaryDefinition['subject']
): string {
	if (subject === 'deficit_place' && note) return `${title}, ${note}`;
	return subject === 'site' && note ? note : title;
}

function drawBars(own: Shown[], { rows, total }: Omit<SummaryTable, 'columns'>, told: Told): string {
	const last = own.at(-1);
	if (!last) return '';
	return bars({
		...told,
		rows: rows.map((row) => bar(row.title, last.column, row.cells[last.place])),
		mark: markOf(last.column, total?.[last.place])
	});
}

function drawLines(own: Shown[], rows: SummaryTable['rows'], told: Told): string {
	return lines({
		...told,
		points: own.map(({ column }) => column.days ?? ''),
		series: rows.map((row) => ({
			label: row.title,
			values: own.map(({ place }) => valueOf(row.cells[place]))
		}))
	});
}

const UNITS = { percent: 'в процентах', points: 'в пунктах', hours: 'в часах', count: 'числом' } as const;

/** Shades compare only what is told in the same unit: that of the measure asked for, shares, or the first column's. */
function drawHeatMap(
	columns: Shown[],
	rows: SummaryTable['rows'],
	{ description, pictured }: Told & Pick<SummaryDefinition, 'pictured'>
): Picture {
	const units = columns.map(({ column }) => column.unit);
	const usual = units.find((one) => one === 'percent') ?? units[0] ?? 'count';
	const unit = pictured ? measureOf(pictured).unit : usual;
	const own = columns.filter(({ column }) => column.unit === unit);
	const title = `Показатели ${UNITS[unit]}`;
	const svg = heatMap({
		...{ title, description },
		columns: own.map(({ column: { title, days } }) => (days ? `${title}\n${days}` : title)),
		rows: rows.map(({ title, cells }) => ({
			label: title,
			values: own.map(({ place }) => valueOf(cells[place]))
		}))
	});
	return { title, svg };
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
