/** What was typed where a number is asked for: the number, null where nothing stands, else the words as they were written. */
export type TypedNumber = number | string | null;

/** «6,5», « 6.5 » and «1 200» are numbers. What is not one stays text, so that the person sees what they wrote. */
export function readNumber(text: string): TypedNumber {
	const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
	if (plain === '') return null;

	return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text;
}

/** As people write it: a comma, no grouping. */
export function writeNumber(value: unknown): string {
	return typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '');
}
