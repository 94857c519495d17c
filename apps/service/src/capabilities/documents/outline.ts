import type { Block, Paper } from '@stazhirovka/domain/documents';

/** A heading stands a level below the one over it at most, so that screen readers find no gap; the first title is 0. */
export type Outlined = Block | (Extract<Block, { kind: 'title' }> & { level: 0 | 1 });
export type OutlinedPaper = Omit<Paper, 'blocks'> & { blocks: Outlined[] };

/** The paper with the levels that its titles and headings have in the outline of the file. */
export function outlined(paper: Paper): OutlinedPaper {
	let titled = false;
	let headed = false;

	const blocks = paper.blocks.map((block): Outlined => {
		if (block.kind === 'title') {
			const level = titled ? 1 : 0;
			if (titled) headed = true;
			titled = true;
			return { ...block, level };
		}
		if (block.kind === 'numbered') headed ||= block.items.some(({ heading }) => heading);
		if (block.kind !== 'heading') return block;

		const level = headed ? block.level : 1;
		headed = true;
		return { ...block, level };
	});
	return { ...paper, blocks };
}
