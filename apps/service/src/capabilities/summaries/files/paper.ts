import { onPaper } from '@stazhirovka/charts';
import type { Block, Paper } from '@stazhirovka/domain/documents';
import { figureWords } from '@stazhirovka/domain/indicators';
import type { FileCell, FileTable } from './file-table.ts';

/** Wider tables need a sheet that lies. */
const UPRIGHT = 5;

/** A summary as a document for a committee: what it covers, the picture, the table, and how each number is counted. */
export function summaryPaper({ title, about, heads, rows, total, definitions, picture }: FileTable): Paper {
	const lines = [...rows, ...(total ? [total] : [])].map((cells) => cells.map(words));
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
		orientation: heads.length > UPRIGHT ? 'landscape' : 'portrait',
		blocks: [
			{ kind: 'title', document: 'СВОДНЫЙ ОТЧЁТ', subject: title },
			{ kind: 'facts', facts: about },
			...drawn,
			{
				kind: 'table',
				columns: heads.map((head, n) =>
					n === 0 ? { title: head, share: 2 } : { title: head, align: 'centre' as const }
				),
				rows: lines
			},
			{ kind: 'heading', level: 1, text: 'Как считаются показатели' },
			...definitions.map((one): Block => ({ kind: 'note', text: `${one.title}: ${one.text}` }))
		]
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
