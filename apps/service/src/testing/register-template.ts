import { REGISTER_COLUMNS } from '@stazhirovka/domain/register';
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Columns with a list of their own on the hidden sheet, in its columns A, B, … */
export const LISTS: Record<string, string[]> = {
	A: ['Удостоверение о повышении квалификации', 'Диплом о профессиональной переподготовке'],
	B: ['Оригинал', 'Дубликат'],
	C: ['Да', 'Нет'],
	J: ['Повышение квалификации', 'Профессиональная переподготовка'],
	O: ['Высшее образование', 'Среднее профессиональное образование'],
	Z: ['Муж', 'Жен'],
	AB: ['Очная', 'Очно-заочная', 'Заочная'],
	AC: ['Платное обучение', 'Бюджетное обучение'],
	AD: ['В образовательной организации', 'Вне образовательной организации']
};

type Changes = {
	headings?: Record<string, string>;
	cells?: string;
	names?: Record<string, string>;
	state?: string;
};

/**
 * A workbook as the register gives one out: a protected sheet, a hidden one with the lists behind defined names,
 * styles, shared strings and a part that nobody of us knows.
 */
export function registerTemplate({ headings = {}, cells = '', names = {}, state = 'hidden' }: Changes = {}) {
	const letters = Object.keys(LISTS);
	const strings = REGISTER_COLUMNS.map(([letter, heading]) => headings[letter] ?? heading);
	const listed = (row: number) =>
		letters.map((letter, at) => {
			const value = LISTS[letter]?.[row - 1];
			return value
				? `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`
				: '';
		});
	const defined = letters.map((letter, at) => {
		const column = `$${String.fromCharCode(65 + at)}$`;
		const range = names[letter] ?? `Проверки!${column}1:${column}${LISTS[letter]?.length ?? 1}`;
		return `<definedName name="list_${letter}">${range}</definedName>`;
	});
	const parts: Record<string, string> = {
		'[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
		'_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookProtection lockStructure="1"/><sheets><sheet name="Шаблон" sheetId="1" r:id="rId1"/><sheet name="Проверки" sheetId="2" state="${state}" r:id="rId2"/></sheets><definedNames>${defined.join('')}</definedNames></workbook>`,
		'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr codeName="Лист1"/><dimension ref="A1:AN2"/><sheetData><row r="1" ht="60" customHeight="1">${strings
			.map((_, at) => `<c r="${REGISTER_COLUMNS[at]?.[0]}1" s="1" t="s"><v>${at}</v></c>`)
			.join(
				''
			)}</row><row r="2"><c r="A2" s="2"/><c r="H2" s="3"/>${cells}</row><row r="9"><c r="A9" s="2"/></row></sheetData><sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/><dataValidations count="${letters.length + 2}">${letters
			.map(
				(letter) =>
					`<dataValidation type="list" allowBlank="1" sqref="${letter}2:${letter}1000"><formula1>list_${letter}</formula1></dataValidation>`
			)
			.join(
				''
			)}<dataValidation type="list" sqref="D2:E1000 AF5"><formula1>"Да,Нет"</formula1></dataValidation><dataValidation type="whole" sqref="U2:U1000"><formula1>1</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
		'xl/worksheets/sheet2.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${[1, 2, 3].map((row) => `<row r="${row}">${listed(row).join('')}</row>`).join('')}</sheetData></worksheet>`,
		'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="0"/><xf numFmtId="49"/><xf numFmtId="49"/></cellXfs></styleSheet>`,
		'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" count="40" uniqueCount="40">${strings.map((one) => `<si><r><t xml:space="preserve">${one.slice(0, 5)}</t></r><r><t xml:space="preserve">${one.slice(5)}</t></r></si>`).join('')}</sst>`,
		'customXml/item1.xml': `${HEAD}<unknown к="ё"/>`
	};
	const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
	return Buffer.from(zipSync(Object.fromEntries(bytes), { mtime: new Date(2025, 1, 3) }));
}
