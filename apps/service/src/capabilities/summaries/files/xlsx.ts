import { looksLikeFormula } from '@stazhirovka/domain/summaries';
import { strToU8, zipSync } from 'fflate';
import { fraction, type FileCell, type FileTable } from './file-table.ts';
import { NO_TIME, XML_HEAD as HEAD, xmlText } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `cellXfs` below. */
const STYLE = {
	text: 0,
	head: 1,
	count: 2,
	percent: 3,
	hours: 4,
	quoted: 5,
	title: 6,
	total: 7,
	points: 8
} as const;
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot; ч&quot;"/><numFmt numFmtId="166" formatCode="+0.0&quot; п.&quot;;-0.0&quot; п.&quot;;0.0&quot; п.&quot;"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="2" applyFont="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="166" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A workbook of two sheets: the numbers as numbers, and where they come from. */
export function writeXlsx(table: FileTable): Buffer {
	const parts: Record<string, string> = {
		'[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Сводка" sheetId="1" r:id="rId1"/><sheet name="О показателях" sheetId="2" r:id="rId2"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': numbersSheet(table),
		'xl/worksheets/sheet2.xml': sourcesSheet(table),
		'xl/styles.xml': STYLES
	};
	const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(HEAD + text)] as const);
	return Buffer.from(zipSync(Object.fromEntries(bytes), { mtime: NO_TIME }));
}

/** Name and heads stay in sight. */
const FROZEN = 2;

function numbersSheet({ title, heads, rows, total }: FileTable): string {
	const lines = [
		row(1, [cell(title, STYLE.title)]),
		row(
			FROZEN,
			heads.map((head) => cell(head, STYLE.head))
		),
		...rows.map((cells, n) => row(FROZEN + 1 + n, cells.map(typed))),
		...(total ? [row(FROZEN + 1 + rows.length, total.map(typedTotal))] : [])
	];
	return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="${FROZEN}" topLeftCell="B${FROZEN + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="44" customWidth="1"/><col min="2" max="${Math.max(2, heads.length)}" width="20" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function sourcesSheet({ title, about, definitions }: FileTable): string {
	const facts = [
		...about.map(({ label, value }) => [label, value] as const),
		...definitions.map(({ title, text }) => [title, text] as const)
	];
	const lines = [
		row(1, [cell(title, STYLE.title)]),
		...facts.map(([label, value], n) => row(n + 2, [cell(label, STYLE.head), typed(value)]))
	];
	return `<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

type Placed = (place: string) => string;

function row(number: number, cells: Placed[]): string {
	return `<row r="${number}">${cells.map((write, n) => write(`${letters(n)}${number}`)).join('')}</row>`;
}

/** Text is typed as text, so it is never read as a formula; what looks like one is marked as quoted besides. */
function typed(value: FileCell): Placed {
	if (typeof value === 'string') return cell(value, looksLikeFormula(value) ? STYLE.quoted : STYLE.text);
	const number = value.unit === 'percent' ? fraction(value.value) : value.value;
	return (place) => `<c r="${place}" s="${STYLE[value.unit]}"><v>${number}</v></c>`;
}

function typedTotal(value: FileCell): Placed {
	return typeof value === 'string' ? cell(value, STYLE.total) : typed(value);
}

function cell(text: string, style: number): Placed {
	return (place) =>
		`<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A, B, … Z, AA. */
function letters(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
