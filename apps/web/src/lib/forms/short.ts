/** Short words stand beside one another, sentences one under another. */
const WORD = 26;
const LINE = 90;

export function areShort(options: { label: string }[]): boolean {
	const lengths = options.map(({ label }) => label.length);
	return Math.max(...lengths) <= WORD && lengths.reduce((sum, length) => sum + length, 0) <= LINE;
}
