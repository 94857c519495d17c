import type { Block, Paper } from './paper.ts';
import { signature } from './parts.ts';

/** Where somebody stands in a paper: which of its tables, which row. Both count from 0. */
export type PlaceInPaper = { list: number; row: number };

const GENITIVE: Record<string, string> = { ПРИКАЗ: 'ПРИКАЗА', ПРОТОКОЛ: 'ПРОТОКОЛА' };

/** One's own extract of an order or minutes: what was decided, and of its lists only one's own row (R167). */
export function extractFor(paper: Paper, { list, row }: PlaceInPaper): Paper {
	let tables = -1;
	const kept: Block[] = [];
	for (const [n, section] of sectionsOf(paper.blocks).entries()) {
		const blocks = section.flatMap((block): Block[] => {
			if (block.kind !== 'table') return [block];
			tables += 1;
			return tables === list ? [{ ...block, rows: block.rows.slice(row, row + 1) }] : [];
		});
		const listed = section.some(({ kind }) => kind === 'table');
		if (n === 0 || !listed || blocks.some(({ kind }) => kind === 'table')) kept.push(...blocks);
	}
	return {
		...paper,
		title: `Выписка: ${paper.title}`,
		blocks: [
			...titled(kept),
			{ kind: 'paragraph', text: 'Выписка верна.', align: 'left' },
			{ kind: 'signatures', signatures: [signature(null, 'должность')] }
		]
	};
}

/** An annex begins on a page of its own. */
function sectionsOf(blocks: Block[]): Block[][] {
	const sections: Block[][] = [[]];
	for (const block of blocks) {
		if (block.kind === 'newPage') sections.push([]);
		sections.at(-1)?.push(block);
	}
	return sections;
}

function titled(blocks: Block[]): Block[] {
	const first = blocks.findIndex(({ kind }) => kind === 'title');
	return blocks.map((block, n) =>
		n === first && block.kind === 'title'
			? { ...block, document: `ВЫПИСКА ИЗ ${GENITIVE[block.document] ?? block.document}` }
			: block
	);
}
