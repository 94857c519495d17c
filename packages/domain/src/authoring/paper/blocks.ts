import { gap, known, type Block, type Words } from '../../documents/index.ts';

/** A paragraph, or a line to be filled by hand where the authors wrote nothing. */
export function paragraph(text: string | null, label: string): Block {
	return { kind: 'paragraph', text: known(text, label, 40) };
}

/** «Аудитория: учителя, тьюторы», or a line behind the words. */
export function fact(label: string, value: string | null): { label: string; value: Words } {
	return { label, value: known(value, label.toLowerCase(), 30) };
}

/** A list with dashes, or a line to be filled. */
export function list(items: string[], label: string): Block {
	return items.length ? { kind: 'list', items } : { kind: 'paragraph', text: gap(label, 40) };
}

/** Words over a list or a table, which is left out where there is nothing. */
export function titled(title: string, blocks: Block[]): Block[] {
	return blocks.length ? [{ kind: 'paragraph', text: title }, ...blocks] : [];
}
