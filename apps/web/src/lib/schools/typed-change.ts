import { readNumber } from '#lib/forms/numbers.ts';

const FIELDS = ['school', 'title', 'before', 'now', 'better', 'origin'] as const;
/** A result of a school as it was typed. */
export type TypedChange = Record<(typeof FIELDS)[number], string>;

export function typedChange(text: (name: string) => string): TypedChange {
	return Object.fromEntries(FIELDS.map((name) => [name, text(name)])) as TypedChange;
}

/** As it is sent; what is no number is sent as none, and the service names its field. */
export function changeBody({ title, before, now, better, origin }: TypedChange) {
	const number = (text: string) => Number(readNumber(text) ?? Number.NaN);
	return {
		...{ title, origin, before: number(before), now: number(now) },
		better: better === 'lower' ? ('lower' as const) : ('higher' as const)
	};
}
