/** What is shown of a thing with many names before the rest is left out. */
const LONGEST = 1200;

/** A value of a programme as lines to be read: things of a list each on a line, the words of a thing one after another. */
export function textOfValue(value: unknown): string {
	const text = linesOf(value).join('\n');
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function linesOf(value: unknown): string[] {
	if (value === null || value === undefined || value === '') return [];
	if (typeof value !== 'object') return [String(value)];
	if (Array.isArray(value)) return value.map((one) => `– ${linesOf(one).join('; ')}`);
	return Object.entries(value)
		.filter(([name]) => name !== 'key')
		.flatMap(([, inner]) => linesOf(inner));
}
