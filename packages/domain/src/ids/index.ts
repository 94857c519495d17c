/** How a key is written, as a part of a larger pattern. */
export const ID_PATTERN = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const WHOLE = new RegExp(`^${ID_PATTERN}$`);

/** Whether a text may be a key of ours. */
export function isId(text: string): boolean {
	return WHOLE.test(text);
}
