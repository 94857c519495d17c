export type Loose = { readonly [key: string]: unknown };

/** A JSON object: neither null nor a list. */
export function isObject(value: unknown): value is Loose {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own value: `constructor` and `__proto__` are keys like any other. */
export function own(object: Loose, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}

// Tab, line feed and carriage return are the only control characters that a person types; `Cs` is half a character.
// Written so that Chrome 109, the last for Windows 7, understands it.
const UNSTORABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** A text that a database, a PDF and a screen can all hold: no NUL, no control characters, no lone surrogates. */
export function isText(value: unknown): value is string {
	return typeof value === 'string' && !UNSTORABLE.test(value);
}

const BLANK = /^[\s\p{Cf}]*$/u;

/** Nothing but spaces and invisible characters. */
export function isBlank(text: string): boolean {
	return BLANK.test(text);
}

/** Length in characters as a person counts them: a line break is one, spaces at the edges are none. */
export function lengthOf(text: string): number {
	return text.replaceAll('\r\n', '\n').trim().length;
}
