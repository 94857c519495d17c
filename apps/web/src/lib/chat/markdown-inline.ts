import { namedAt } from './mentions.ts';

/** People whom a message calls: `@` and the name is theirs. */
export type Called = readonly { id: string; shortName: string }[];

export type Inline =
	| { t: 'text'; text: string }
	| { t: 'code'; text: string }
	| { t: 'bold'; inside: Inline[] }
	| { t: 'italic'; inside: Inline[] }
	| { t: 'link'; href: string; text: string }
	| { t: 'mention'; id: string; text: string };

type Found = { node: Inline; end: number };

const MARKS = [
	{ mark: '**', t: 'bold' },
	{ mark: '__', t: 'bold' },
	{ mark: '*', t: 'italic' },
	{ mark: '_', t: 'italic' }
] as const;
const DEEPEST = 4;
/** Where something may begin; between these only plain words stand. */
const STARTS = /[*_`[@h]/g;
const WORD = /[\p{L}\p{N}]/u;
const ENDS_ADDRESS = /[\s<>"«»]/;
const TRAILING = /[.,:;!?)\]'’]$/;

/** One line of words. A mark without its pair is a character like others. */
export function inline(line: string, called: Called, depth = 0): Inline[] {
	const nodes: Inline[] = [];
	/** Marks whose pair is nowhere further on: looking again for each would take a square of the length. */
	const alone = new Set<string>();
	let plainFrom = 0;

	for (let at = next(line, 0); at < line.length;) {
		const found = begins(line, at, called, depth, alone);
		if (!found) {
			at = next(line, at + 1);
			continue;
		}
		if (at > plainFrom) nodes.push({ t: 'text', text: line.slice(plainFrom, at) });
		nodes.push(found.node);
		plainFrom = found.end;
		at = next(line, found.end);
	}
	if (plainFrom < line.length) nodes.push({ t: 'text', text: line.slice(plainFrom) });
	return nodes;
}

function begins(line: string, at: number, called: Called, depth: number, alone: Set<string>): Found | null {
	switch (line[at]) {
		case '`':
			return code(line, at, alone);
		case '[':
			return namedLink(line, at, alone);
		case 'h':
			return bareLink(line, at);
		case '@':
			return mention(line, at, called);
		default:
			return depth < DEEPEST ? strong(line, at, called, depth, alone) : null;
	}
}

function strong(line: string, at: number, called: Called, depth: number, alone: Set<string>): Found | null {
	for (const { mark, t } of MARKS) {
		if (!line.startsWith(mark, at) || alone.has(mark)) continue;
		// «_» inside a word is a letter of a name: `final_work_2`.
		if (mark[0] === '_' && WORD.test(line[at - 1] ?? '')) continue;

		const start = at + mark.length;
		if ((line[start] ?? ' ').trim() === '') continue;
		const end = closing(line, start + 1, mark);
		if (end < 0) {
			alone.add(mark);
			continue;
		}
		return { node: { t, inside: inline(line.slice(start, end), called, depth + 1) }, end: end + mark.length };
	}
	return null;
}

/** The pair stands right after a word, and «_» does not stand inside one. */
function closing(line: string, from: number, mark: string): number {
	for (let end = line.indexOf(mark, from); end >= 0; end = line.indexOf(mark, end + 1)) {
		const after = line[end + mark.length] ?? '';
		const doubled = mark.length === 1 && (after === mark || line[end - 1] === mark);
		const inside = mark[0] === '_' && WORD.test(after);
		// Of three in a row the first one ends what stands inside.
		if (!doubled && !inside && (line[end - 1] ?? ' ').trim() !== '')
			return mark.length === 2 && after === mark[0] ? end + 1 : end;
	}
	return -1;
}

function code(line: string, at: number, alone: Set<string>): Found | null {
	const end = alone.has('`') ? -1 : line.indexOf('`', at + 1);
	if (end < 0) alone.add('`');
	return end > at + 1 ? { node: { t: 'code', text: line.slice(at + 1, end) }, end: end + 1 } : null;
}

function namedLink(line: string, at: number, alone: Set<string>): Found | null {
	const middle = alone.has('](') ? -1 : line.indexOf('](', at + 1);
	if (middle < 0) alone.add('](');
	const end = middle < 0 ? -1 : line.indexOf(')', middle);
	if (end < 0 || middle === at + 1 || line.lastIndexOf('[', middle - 1) !== at) return null;

	const href = safe(line.slice(middle + 2, end).trim());
	return href ? { node: { t: 'link', href, text: line.slice(at + 1, middle) }, end: end + 1 } : null;
}

function bareLink(line: string, at: number): Found | null {
	if (!line.startsWith('https://', at) && !line.startsWith('http://', at)) return null;
	if (WORD.test(line[at - 1] ?? '')) return null;

	let end = at;
	while (end < line.length && !ENDS_ADDRESS.test(line[end] ?? '')) end++;
	while (TRAILING.test(line[end - 1] ?? '')) end--;
	const href = safe(line.slice(at, end));
	return href ? { node: { t: 'link', href, text: line.slice(at, end) }, end } : null;
}

function mention(line: string, at: number, called: Called): Found | null {
	const [person] = namedAt(line, at, called);
	if (!person) return null;

	const end = at + 1 + person.shortName.length;
	return { node: { t: 'mention', id: person.id, text: line.slice(at, end) }, end };
}

/**
 * Addresses of the web and of mail, and pages of ours; `javascript:` and the like stay words. A browser leaves out a
 * tab and takes «\\» for «/»: an address with them leads elsewhere than it says.
 */
function safe(href: string): string | null {
	if (/[\s\\]/.test(href)) return null;
	if (/^\/(?!\/)/.test(href)) return href;
	if (!URL.canParse(href)) return null;

	const { protocol } = new URL(href);
	return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
}

function next(line: string, from: number): number {
	STARTS.lastIndex = from;
	return STARTS.exec(line)?.index ?? line.length;
}
