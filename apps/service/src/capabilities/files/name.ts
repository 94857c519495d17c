const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const SPACES = /\s+/gu;
const START = /^[\s.]+/u;
const END = /[\s.]+$/u;

const LONGEST = 120;
const NAMELESS = 'file';

/**
 * The name to show and to give back: the last part of a path, in NFC, without characters that hide, turn round or
 * break a line. The extension stays whole and in lower case.
 */
export function cleanName(given: string): string {
	const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const visible = last.replace(SPACES, ' ').replace(INVISIBLE, '').replace(SPACES, ' ').replace(END, '');
	const extension = extensionOf(visible);
	const stem = extension ? visible.slice(0, -extension.length - 1) : visible;
	const length = extension ? LONGEST - extension.length - 1 : LONGEST;

	const shown = shorten(stem.replace(START, ''), length).replace(END, '') || NAMELESS;
	return extension ? `${shown}.${extension}` : shown;
}

/** What stands after the last dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
	return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** By code points, so that no character is cut in two. */
function shorten(text: string, length: number): string {
	return [...text].slice(0, length).join('');
}

/** Both spellings of RFC 6266: plain ASCII for old readers, UTF-8 after RFC 5987 for all others. */
export function disposition(name: string, way: 'attachment' | 'inline' = 'attachment'): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const exact = encodeURIComponent(name).replace(
		/['()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `${way}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
