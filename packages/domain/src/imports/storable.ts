/** No file of ours nests deeper; what does would cost the stack of whoever walks it. */
const DEEPEST = 50;

/** So much of the way to a nesting without end is enough to find it. */
const TOLD = 5;

/** Places that `jsonb` refuses or nobody should walk: a NUL, half of a surrogate pair, a nesting without end. */
export function unstorablePlaces(json: unknown): string[] {
	const places: string[] = [];
	const waiting: { path: string[]; value: unknown }[] = [{ path: [], value: json }];

	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { path, value } = next;
		const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
		const sound = typeof value === 'string' ? isStorable(value) : children.every(([key]) => isStorable(key));

		if (path.length > DEEPEST) places.push(path.slice(0, TOLD).join('.'));
		else if (!sound) places.push(path.join('.'));
		else for (const [key, child] of children) waiting.push({ path: [...path, key], value: child });
	}
	return places;
}

function isStorable(text: string): boolean {
	return text.isWellFormed() && !text.includes('\0');
}
