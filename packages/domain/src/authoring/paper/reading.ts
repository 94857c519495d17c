/** A document that is not finished: whatever is missing or of a wrong kind is not there, and nothing throws. */
export type Loose = Readonly<Record<string, unknown>>;

export function thing(value: unknown): Loose {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

export function things(value: unknown): Loose[] {
	return Array.isArray(value) ? value.map(thing) : [];
}

/** Words that say something; a number is written out. */
export function text(value: unknown): string | null {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.flatMap((one: unknown) => text(one) ?? []) : [];
}

export function number(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
