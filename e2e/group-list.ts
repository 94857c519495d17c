import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** One line of a list: surname, given name, patronymic, address, position, place of work. */
export type Listed = [
	surname: string,
	givenName: string,
	patronymic: string,
	email: string,
	position: string,
	organisation: string
];

const SHEET = 'xl/worksheets/sheet1.xml';

/** The template as a leader fills it in: the lines stand below its headings. A line that begins with «=» is a formula. */
export function filledIn(template: Buffer, lines: readonly Listed[]): Buffer {
	const parts = unzipSync(template);
	const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
	const rows = lines.map((line, at) => row(at + 2, line)).join('');
	parts[SHEET] = strToU8(sheet.replace('</sheetData>', `${rows}</sheetData>`));
	return Buffer.from(zipSync(parts));
}

function row(number: number, line: Listed): string {
	const cells = line.map((text, at) => cell(`${String.fromCharCode(65 + at)}${number}`, text));
	return `<row r="${number}">${cells.join('')}</row>`;
}

function cell(place: string, text: string): string {
	if (text.startsWith('=')) return `<c r="${place}"><f>${text.slice(1)}</f><v>0</v></c>`;
	return `<c r="${place}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;')}</t></is></c>`;
}
