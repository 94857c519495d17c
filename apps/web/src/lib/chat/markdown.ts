import { inline, type Called, type Inline } from './markdown-inline.ts';

export type Block =
	| { t: 'paragraph'; lines: Inline[][] }
	| { t: 'quote'; lines: Inline[][] }
	| { t: 'list'; ordered: boolean; start: number; items: Inline[][] }
	| { t: 'code'; text: string };

const BULLET = /^[-*•] +(?=\S)/;
const NUMBER = /^(\d{1,3})[.)] +(?=\S)/;
const FENCE = '```';
/** A fence may name the language of the code. */
const OPENING = /^```[\w+#-]*$/;

/**
 * The only way from what somebody typed to what is shown: a tree of a few kinds of nodes, drawn by components, never
 * as HTML. Bold, italic, lists, links, code, quotes; everything else stays the words it is. Time grows with length.
 */
export function blocks(text: string, called: Called = []): Block[] {
	const found: Block[] = [];
	const lines = text.split('\n');

	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (OPENING.test(line)) {
			const end = lines.indexOf(FENCE, at + 1);
			if (end > 0) {
				found.push({ t: 'code', text: lines.slice(at + 1, end).join('\n') });
				at = end;
				continue;
			}
		}
		add(found, line, called);
	}
	return found.filter((block) => block.t !== 'paragraph' || block.lines.some((line) => line.length > 0));
}

/** The words alone, for a line in a list and for a screen reader. */
export function plain(text: string): string {
	return blocks(text)
		.flatMap((block) =>
			block.t === 'code' ? [block.text] : (block.t === 'list' ? block.items : block.lines).map(wordsOf)
		)
		.join(' ');
}

const SIGNS = /\*\*|`+|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu;

/** A piece cut out of a message: whatever its signs of bold, italic or code belong to stands elsewhere. */
export function withoutSigns(piece: string): string {
	return piece.replace(SIGNS, '');
}

function add(found: Block[], line: string, called: Called): void {
	const last = found.at(-1);
	const number = NUMBER.exec(line);
	const bullet = number ?? BULLET.exec(line);

	if (bullet) {
		const item = inline(line.slice(bullet[0].length), called);
		const ordered = number !== null;
		if (last?.t === 'list' && last.ordered === ordered) last.items.push(item);
		else found.push({ t: 'list', ordered, start: Number(number?.[1] ?? 1), items: [item] });
		return;
	}
	const quoted = line.startsWith('>');
	const t = quoted ? 'quote' : 'paragraph';
	const words = inline(quoted ? line.slice(1).trimStart() : line, called);
	if (last?.t === t && line !== '') last.lines.push(words);
	else found.push({ t, lines: line === '' ? [] : [words] });
}

function wordsOf(nodes: Inline[]): string {
	return nodes.map((node) => ('inside' in node ? wordsOf(node.inside) : node.text)).join('');
}
