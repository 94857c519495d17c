/** A field of a submitted form as text; what was not sent, or is a file, is empty. */
export function textOf(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
}

/** The same, where empty means «not said». */
export function textOrNull(data: FormData, name: string): string | null {
	return textOf(data, name).trim() || null;
}
