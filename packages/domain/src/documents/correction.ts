import type { Registered } from './facts.ts';
import type { Paper } from './paper.ts';
import { dayOr, known, words } from './wording.ts';

/** The paper with the word, under its number, that it stands in the place of another. */
export function correcting(paper: Paper, { day, number }: Registered): Paper {
	const at = paper.blocks.findIndex(({ kind }) => kind === 'place');
	const told = words`Взамен документа от ${dayOr(day)} № ${known(number, 'номер', 10)}, в который внесены исправления.`;
	return { ...paper, blocks: paper.blocks.toSpliced(at + 1, 0, { kind: 'note', text: told }) };
}
