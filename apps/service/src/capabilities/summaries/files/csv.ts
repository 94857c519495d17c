import { neutral } from '@stazhirovka/domain/summaries';
import type { FileCell, FileTable } from './file-table.ts';

/** Spreadsheets know by it that the letters are UTF-8. */
const MARK = '\ufeff';

/** A table for spreadsheets of a Russian office: semicolons, decimal commas, and no text that could be a formula. */
export function writeCsv({ title, about, heads, rows, total, definitions }: FileTable): Buffer {
	const lines: FileCell[][] = [
		heads,
		...rows,
		...(total ? [total] : []),
		[],
		[title],
		...about.map(({ label, value }) => [label, value]),
		...definitions.map(({ title, text }) => [title, text])
	];
	return Buffer.from(MARK + lines.map((cells) => `${cells.map(written).join(';')}\r\n`).join(''));
}

function written(cell: FileCell): string {
	if (typeof cell === 'string') return `"${neutral(cell).replaceAll('"', '""')}"`;
	const number = String(cell.value).replace('.', ',');
	return cell.unit === 'percent' ? `${number}%` : number;
}
