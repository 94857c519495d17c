/** «6,5», « 6.5 » and «1 200» are numbers. What is not one stays text, so that the person sees what they wrote. */
export function readNumber(text: string): number | string | null {
	const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
	if (plain === '') return null;

	return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text;
}

/** As people write it: a comma, no grouping. */
export function writeNumber(value: unknown): string {
	return typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '');
}
