import type { Item } from '@stazhirovka/domain/documents';
import { AlignmentType, HeadingLevel, LevelFormat, Paragraph, type ILevelsOptions } from 'docx';
import type { Outlined } from '../outline.ts';
import { runs } from './words.ts';

export const DASHES = 'dashes';
const DEEPEST = 4;

/** Lists number themselves in Word, so that a point which somebody adds moves the rest. */
export function numberingOf(blocks: Outlined[]) {
	const lists = blocks.flatMap((block, n) =>
		block.kind === 'numbered' ? [{ reference: listName(n), levels: levels(block.from ?? 1) }] : []
	);
	return { config: [{ reference: DASHES, levels: [dash()] }, ...lists] };
}

/** Each list of the document has its own numbers. */
export function listName(position: number): string {
	return `list-${position}`;
}

/** The points of a list; those under a heading are numbered beneath its number. */
export function points(items: Item[], reference: string, level = 0): Paragraph[] {
	return items.flatMap(({ text, heading, items: inner = [] }) => [
		new Paragraph({
			numbering: { reference, level: Math.min(level, DEEPEST) },
			children: runs(text),
			...(heading && { heading: HeadingLevel.HEADING_1 })
		}),
		...points(inner, reference, level + 1)
	]);
}

function levels(start: number): ILevelsOptions[] {
	return Array.from({ length: DEEPEST + 1 }, (_, level) => ({
		level,
		format: LevelFormat.DECIMAL,
		start: level === 0 ? start : 1,
		text: `${Array.from({ length: level + 1 }, (_, n) => `%${n + 1}`).join('.')}.`,
		alignment: AlignmentType.LEFT,
		style: { paragraph: { indent: { left: 567 + 142 * level, hanging: 567 + 142 * level } } }
	}));
}

function dash(): ILevelsOptions {
	return {
		level: 0,
		format: LevelFormat.BULLET,
		text: '–',
		alignment: AlignmentType.LEFT,
		style: { paragraph: { indent: { left: 426, hanging: 284 } } }
	};
}
