import type { Document, Element } from '@xmldom/xmldom';
import { documentIn, notWorkbook, unpack, type Limits, type Parts } from './archive.ts';
import { childrenOf, within } from './elements.ts';
import { rangeOf, type Range } from './references.ts';

export type Sheet = { name: string; path: string; visible: boolean };
/** Text of cells by their place, such as «A1»; a row by its number. */
export type Cells = { text: ReadonlyMap<string, string>; rows: ReadonlyMap<number, Element> };

export type Workbook = {
	parts: Parts;
	sheets: Sheet[];
	/** What a name stands for: «Проверки!$A$1:$A$2». */
	names: ReadonlyMap<string, string>;
	sharedStrings: string[];
};

const BOOK = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';

export function openWorkbook(bytes: Uint8Array, limits?: Limits): Workbook {
	const parts = unpack(bytes, limits);
	const book = documentIn(parts, BOOK, limits);
	const targets = new Map(
		within(documentIn(parts, 'xl/_rels/workbook.xml.rels', limits), 'Relationship').map((one) => [
			one.getAttribute('Id'),
			pathOf(one.getAttribute('Target') ?? '')
		])
	);
	const sheets = within(book, 'sheet').map((sheet) => ({
		name: sheet.getAttribute('name') ?? '',
		path: targets.get(relationOf(sheet)) ?? notWorkbook(),
		visible: (sheet.getAttribute('state') ?? 'visible') === 'visible'
	}));
	const names = within(book, 'definedName').map((name) => {
		return [name.getAttribute('name') ?? '', (name.textContent ?? '').trim()] as const;
	});
	const sharedStrings = parts[STRINGS] ? within(documentIn(parts, STRINGS, limits), 'si').map(richText) : [];
	return { parts, sheets, names: new Map(names), sharedStrings };
}

export function cellsOf(sheet: Document, sharedStrings: string[]): Cells {
	const text = new Map<string, string>();
	const rows = new Map<number, Element>();
	for (const row of within(sheet, 'row')) {
		rows.set(Number(row.getAttribute('r')), row);
		for (const cell of childrenOf(row, 'c')) {
			const value = textOf(cell, sharedStrings);
			if (value !== '') text.set(cell.getAttribute('r') ?? '', value);
		}
	}
	return { text, rows };
}

/** A range with its sheet: «Проверки!$A$1:$A$2», «'Мой лист'!A:A». */
export function placeOf(reference: string): { sheet: string; range: Range } | null {
	const [, quoted, plain, cells = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference) ?? [];
	const range = rangeOf(cells);
	const sheet = quoted?.replaceAll("''", "'") ?? plain;
	return sheet && range ? { sheet, range } : null;
}

function textOf(cell: Element, sharedStrings: string[]): string {
	if (cell.getAttribute('t') === 'inlineStr') return childrenOf(cell, 'is').map(richText).join('');
	const value = childrenOf(cell, 'v')[0]?.textContent ?? '';
	return cell.getAttribute('t') === 's' ? (sharedStrings[Number(value)] ?? '') : value;
}

/** Runs of one string; what is said of its pronunciation is no part of it. */
function richText(item: Element): string {
	return within(item, 't')
		.filter((text) => (text.parentNode as Element | null)?.localName !== 'rPh')
		.map((text) => text.textContent ?? '')
		.join('');
}

function relationOf(sheet: Element): string | null {
	const own = Array.from(sheet.attributes).find(({ localName, prefix }) => localName === 'id' && prefix);
	return own?.value ?? null;
}

function pathOf(target: string): string {
	return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
