import { amountText } from '@stazhirovka/domain/indicators';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { fraction, type FileCell, type FileTable } from './file-table.ts';
import { NO_TIME, XML_HEAD as HEAD, xmlText } from './xml.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMES = ['office', 'style', 'table', 'text', 'fo', 'number'] as const;
const SPACE = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES = NAMES.map((name) => {
	if (name === 'fo') return `xmlns:fo="${SPACE}:xsl-fo-compatible:1.0"`;
	return `xmlns:${name}="${SPACE}:${name === 'number' ? 'datastyle' : name}:1.0"`;
}).join(' ');

const STYLES = `<number:percentage-style style:name="share"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style><number:number-style style:name="time"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text> ч</number:text></number:number-style><number:number-style style:name="gain"><number:text>+</number:text><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text> п.</number:text></number:number-style><number:number-style style:name="difference"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text> п.</number:text><style:map style:condition="value()&gt;0" style:apply-style-name="gain"/></number:number-style><style:style style:name="points" style:family="table-cell" style:data-style-name="difference"/><style:style style:name="percent" style:family="table-cell" style:data-style-name="share"/><style:style style:name="hours" style:family="table-cell" style:data-style-name="time"/><style:style style:name="count" style:family="table-cell"/><style:style style:name="words" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style><style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="8cm"/></style:style><style:style style:name="widest" style:family="table-column"><style:table-column-properties style:column-width="18cm"/></style:style><style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style>`;

/** An OpenDocument spreadsheet of two tables (GOST R ISO/IEC 26300): every cell has its type. */
export function writeOds(table: FileTable): Buffer {
	const content = `<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet>${numbers(table)}${sources(table)}</office:spreadsheet></office:body></office:document-content>`;
	const manifest = `<manifest:manifest xmlns:manifest="${SPACE}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
	/** The kind of the file stands first and unpacked, so that programs see it without opening the archive. */
	const parts: Zippable = {
		mimetype: [strToU8(MIME), { level: 0 }],
		'content.xml': strToU8(HEAD + content),
		'META-INF/manifest.xml': strToU8(HEAD + manifest)
	};
	return Buffer.from(zipSync(parts, { mtime: NO_TIME }));
}

function numbers({ title, heads, rows, total }: FileTable): string {
	const lines = [
		row([text(title, 'head')]),
		`<table:table-header-rows>${row(heads.map((head) => text(head, 'head')))}</table:table-header-rows>`,
		...rows.map((cells) => row(cells.map(typed))),
		...(total
			? [row(total.map((cell) => (typeof cell === 'string' ? text(cell, 'head') : typed(cell))))]
			: [])
	];
	const columns = `${column('wide', 1)}${column('narrow', Math.max(1, heads.length - 1))}`;
	return `<table:table table:name="Сводка">${columns}${lines.join('')}</table:table>`;
}

function sources({ about, definitions }: FileTable): string {
	const lines = [
		...about.map(({ label, value }) => row([text(label, 'head'), text(value)])),
		...definitions.map(({ title, text: words }) => row([text(title, 'head'), text(words)]))
	];
	return `<table:table table:name="О показателях">${column('wide', 1)}${column('widest', 1)}${lines.join('')}</table:table>`;
}

function column(style: string, count: number): string {
	return `<table:table-column table:style-name="${style}" table:number-columns-repeated="${count}"/>`;
}

function row(cells: string[]): string {
	return `<table:table-row>${cells.join('')}</table:table-row>`;
}

/** Text is typed as text: there is no formula in such a cell, whatever it begins with. */
function text(words: string, style = 'words'): string {
	return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${xmlText(words)}</text:p></table:table-cell>`;
}

function typed(cell: FileCell): string {
	if (typeof cell === 'string') return text(cell);
	const { value, unit } = cell;
	const [kind, number] = unit === 'percent' ? ['percentage', fraction(value)] : ['float', value];
	return `<table:table-cell table:style-name="${unit}" office:value-type="${kind}" office:value="${number}"><text:p>${amountText(unit, value)}</text:p></table:table-cell>`;
}
