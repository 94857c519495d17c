import { GROUP_COLUMNS, GROUP_HEADINGS, type GroupColumn } from '@stazhirovka/domain/cohorts';
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The earliest that an archive can say: the same template gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

const HOW: Record<GroupColumn, string> = {
	surname: 'Обязательно, как в паспорте.',
	givenName: 'Обязательно.',
	patronymic: 'Если есть.',
	email: 'Обязательно, у каждого свой адрес. По нему находим тех, кто уже есть на платформе.',
	position: 'По должности проверяем, для этого ли человека программа.',
	organisation: 'Краткое название, как в реестре платформы.'
};

/** An empty workbook with the headings of a list; a second sheet tells how to fill it in. */
export function groupTemplate(): Buffer {
	const headings = GROUP_COLUMNS.map((column, at) => cell(at, 1, GROUP_HEADINGS[column], 1)).join('');
	const how = GROUP_COLUMNS.map((column, at) => {
		return `<row r="${at + 1}">${cell(0, at + 1, GROUP_HEADINGS[column], 1)}${cell(1, at + 1, HOW[column], 0)}</row>`;
	}).join('');
	const parts: Record<string, string> = {
		'[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
		'_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Список" sheetId="1" r:id="rId1"/><sheet name="Как заполнить" sheetId="2" r:id="rId2"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="3" width="20" customWidth="1" style="2"/><col min="4" max="6" width="34" customWidth="1" style="2"/></cols><sheetData><row r="1">${headings}</row></sheetData></worksheet>`,
		'xl/worksheets/sheet2.xml': `${HEAD}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols><sheetData>${how}</sheetData></worksheet>`,
		'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`
	};
	const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
	return Buffer.from(zipSync(Object.fromEntries(bytes), { mtime: NO_TIME }));
}

function cell(column: number, row: number, text: string, style: number): string {
	const place = `${String.fromCharCode(65 + column)}${row}`;
	return `<c r="${place}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
