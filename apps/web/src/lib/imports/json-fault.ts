export type JsonFault = { line: number; column: number };

const TOKEN =
	/[\t\n\r ]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const BLANK = /[\t\n\r ]*/y;

/** What may follow: a value, a key, what stands after either. */
type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/** Where a text stops being JSON, counted from one as editors do; null when it is JSON to its end. */
export function jsonFault(text: string): JsonFault | null {
	const open: ('[' | '{')[] = [];
	let wanted: Wanted = 'value';
	let at = 0;

	for (;;) {
		BLANK.lastIndex = at;
		const start = at + (BLANK.exec(text)?.[0].length ?? 0);
		if (start >= text.length) return wanted === ', or end' && open.length === 0 ? null : placeOf(text, start);

		TOKEN.lastIndex = at;
		const [, sign, string] = TOKEN.exec(text) ?? [];
		const next: Wanted | null =
			TOKEN.lastIndex > at ? follow(wanted, sign ?? (string === undefined ? 'word' : 'string'), open) : null;
		if (next === null) return placeOf(text, start);
		wanted = next;
		at = TOKEN.lastIndex;
	}
}

function follow(wanted: Wanted, token: string, open: ('[' | '{')[]): Wanted | null {
	const inside = open.at(-1);
	const closes = (token === ']' && inside === '[') || (token === '}' && inside === '{');
	if (closes && [', or end', inside === '[' ? 'value or ]' : 'key or }'].includes(wanted)) {
		open.pop();
		return ', or end';
	}

	if (wanted === ':') return token === ':' ? 'value' : null;
	if (wanted === 'key' || wanted === 'key or }') return token === 'string' ? ':' : null;
	if (wanted === ', or end') return token === ',' && inside ? (inside === '[' ? 'value' : 'key') : null;
	if (token === '[' || token === '{') {
		open.push(token);
		return token === '[' ? 'value or ]' : 'key or }';
	}
	return token === 'string' || token === 'word' ? ', or end' : null;
}

function placeOf(text: string, offset: number): JsonFault {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
