import { GROUP_COLUMNS, GROUP_HEADINGS } from '@stazhirovka/domain/cohorts';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { groupTemplate } from '../capabilities/cohorts/enrolling/group/template.ts';

type Cell = string | { formula: string; value: string };

/** The template with these rows below its headings. */
export function filledTemplate(rows: Cell[][], extra: Record<string, string> = {}): Buffer {
	const written = rows.map((cells, at) => {
		const row = at + 2;
		return `<row r="${row}">${cells.map((cell, n) => cellOf(`${String.fromCharCode(65 + n)}${row}`, cell)).join('')}</row>`;
	});
	const headings = GROUP_COLUMNS.map((column, n) =>
		cellOf(`${String.fromCharCode(65 + n)}1`, GROUP_HEADINGS[column])
	);
	const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${headings.join('')}</row>${written.join('')}</sheetData></worksheet>`;
	const parts = { 'xl/worksheets/sheet1.xml': sheet, ...extra };
	const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
	return Buffer.from(zipSync({ ...unzipSync(groupTemplate()), ...Object.fromEntries(bytes) }));
}

function cellOf(place: string, cell: Cell): string {
	if (typeof cell !== 'string') return `<c r="${place}"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
	const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
