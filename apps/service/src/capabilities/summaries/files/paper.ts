import { onPaper } from '@stazhirovka/charts';
import type { Block, Paper } from '@stazhirovka/domain/documents';
import { figureWords } from '@stazhirovka/domain/indicators';
import type { FileCell, FileTable } from './file-table.ts';
import { laidOut, type Part } from './parts.ts';

/** A summary as a document for a committee: what it covers, the picture, the table, and how each number is counted. */
export function summaryPaper(table: FileTable): Paper {
	const { title, about, definitions, picture } = table;
	const lines = [...table.rows, ...(table.total ? [table.total] : [])].map((cells) => cells.map(words));
	const { orientation, parts } = laidOut(table, lines);
	const drawn: Block[] = picture
		? [
				{
					kind: 'picture',
					svg: onPaper(picture.svg, 'PT Serif'),
					alt: altOf(picture.svg),
					caption: `Рисунок. ${picture.title}`
				}
			]
		: [];
	return {
		title,
		author: 'Стажировка',
		orientation,
		blocks: [
			{ kind: 'title', document: 'СВОДНЫЙ ОТЧЁТ', subject: title },
			{ kind: 'facts', facts: about },
			...drawn,
			...parts.flatMap((part, n) => [
				...(parts.length > 1 ? [partHead(n + 1, parts.length)] : []),
				partTable(table, lines, part)
			]),
			{ kind: 'heading', level: 1, text: 'Как считаются показатели' },
			...definitions.map((one): Block => ({ kind: 'note', text: `${one.title}: ${one.text}` }))
		]
	};
}

function partHead(number: number, all: number): Block {
	return { kind: 'heading', level: 1, text: `Показатели, часть ${number} из ${all}` };
}

function partTable({ heads, names }: FileTable, lines: string[][], { places, widths }: Part): Block {
	return {
		kind: 'table',
		dense: true,
		columns: places.map((place, n) => ({
			...{ title: heads[place] ?? '', share: widths[n] ?? 1 },
			...(place >= names && { align: 'centre' as const })
		})),
		rows: lines.map((cells) => places.map((place) => cells[place] ?? ''))
	};
}

function words(cell: FileCell): string {
	if (typeof cell === 'string') return cell;
	return figureWords(cell, { kind: 'value', value: cell.value, part: 0, whole: 0 });
}

/** What the picture says of itself. */
function altOf(svg: string): string {
	const [, title = ''] = /<title[^>]*>([^<]*)</.exec(svg) ?? [];
	const [, description = ''] = /<desc[^>]*>([^<]*)</.exec(svg) ?? [];
	return `${title}. ${description}`;
}
