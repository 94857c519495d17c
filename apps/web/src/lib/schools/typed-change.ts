import { sentNumber } from '#lib/server/form-number.ts';

const FIELDS = ['school', 'title', 'before', 'now', 'better', 'origin'] as const;
/** A result of a school as it was typed. */
export type TypedChange = Record<(typeof FIELDS)[number], string>;

export function typedChange(text: (name: string) => string): TypedChange {
	return Object.fromEntries(FIELDS.map((name) => [name, text(name)])) as TypedChange;
}

/** As it is sent; the service names a field that has no number. */
export function changeBody({ title, before, now, better, origin }: TypedChange) {
	return {
		...{ title, origin, before: sentNumber(before), now: sentNumber(now) },
		better: better === 'lower' ? ('lower' as const) : ('higher' as const)
	};
}
