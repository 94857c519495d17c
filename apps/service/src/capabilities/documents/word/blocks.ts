import type { Words } from '@stazhirovka/domain/documents';
import {
	AlignmentType,
	HeadingLevel,
	LeaderType,
	Paragraph,
	TabStopType,
	type IParagraphOptions,
	type Table
} from 'docx';
import type { Outlined } from '../outline.ts';
import { DASHES, listName, points } from './numbering.ts';
import { grid, grifRow, pairs, partyRow, placeRow, signatureRows } from './tables.ts';
import { runs } from './words.ts';

/** Where an annex mark begins, from the left margin. */
const ANNEX_INDENT = 5100;
const TITLES = [HeadingLevel.TITLE, HeadingLevel.HEADING_1] as const;
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2] as const;
const ALIGNED = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** A block in Word's own means. `position` names its list, `width` is the page between the margins. */
export function written(block: Outlined, position: number, width: number): (Paragraph | Table)[] {
	switch (block.kind) {
		case 'annex':
			return block.lines.map((text) => paragraph(text, { indent: { left: ANNEX_INDENT } }));
		case 'organisation':
			return block.lines.map((text) => paragraph(text, { alignment: AlignmentType.CENTER }));
		case 'title':
			return titleOf(block);
		case 'heading':
			return [paragraph(block.text, { heading: HEADINGS[block.level - 1] })];
		case 'paragraph':
			return [paragraph(block.text, block.align ? { alignment: ALIGNED[block.align] } : bodyOf(block.text))];
		case 'note':
			return [paragraph(block.text, { style: 'Note' })];
		case 'numbered':
			return points(block.items, listName(position));
		case 'list':
			return block.items.map((text) => paragraph(text, { numbering: { reference: DASHES, level: 0 } }));
		case 'choices':
			return block.options.map((text) => paragraph(`☐ ${text}`, {}));
		case 'lines':
			return Array.from({ length: block.count }, () => emptyLine(width));
		case 'picture':
			return [];
		case 'newPage':
			return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } })];
		default:
			return tables(block, width);
	}
}

type Tabular = Extract<Outlined, { kind: 'table' | 'facts' | 'signatures' | 'place' | 'grifs' | 'parties' }>;

/** Two tables in a row would grow together, so each is followed by an empty line. */
function tables(block: Tabular, width: number): (Paragraph | Table)[] {
	const after = new Paragraph({ spacing: { after: 0 } });
	switch (block.kind) {
		case 'table':
			return [grid(block, width), after];
		case 'facts':
			return [pairs(block, width), after];
		case 'signatures':
			return [after, signatureRows(block, width)];
		case 'place':
			return [placeRow(block, width), after];
		case 'grifs':
			return [grifRow(block, width), after];
		case 'parties':
			return [partyRow(block, width), after];
	}
}

function titleOf({ document, subject, ...rest }: Extract<Outlined, { kind: 'title' }>): Paragraph[] {
	const level = 'level' in rest ? rest.level : 0;
	const named = paragraph(document, { heading: TITLES[level], alignment: AlignmentType.CENTER });
	return subject === null ? [named] : [named, paragraph(subject, { alignment: AlignmentType.CENTER })];
}

function bodyOf(text: Words): IParagraphOptions {
	const stretched = typeof text === 'string' && { alignment: AlignmentType.JUSTIFIED };
	return { style: 'Body', ...stretched };
}

function paragraph(text: Words, options: IParagraphOptions): Paragraph {
	return new Paragraph({ ...options, children: runs(text) });
}

function emptyLine(width: number): Paragraph {
	return new Paragraph({
		tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.UNDERSCORE }],
		children: runs('\t')
	});
}
