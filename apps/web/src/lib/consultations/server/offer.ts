import { sentNumber } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

const WORDS = [
	'day',
	'from',
	'to',
	'minutes',
	'until',
	'places',
	'delivery',
	'venue',
	'note',
	'cancelHours'
] as const;

/** The form as it was typed, for showing it again. */
export type Typed = Record<(typeof WORDS)[number], string> & { cohortIds: string[] };

export function typedOf(data: FormData): Typed {
	const words = Object.fromEntries(WORDS.map((name) => [name, textOf(data, name).trim()]));
	return {
		...(words as Record<(typeof WORDS)[number], string>),
		cohortIds: data.getAll('cohortIds').filter((id) => typeof id === 'string')
	};
}

/** The same as the contract wants it. */
export function offerOf(typed: Typed) {
	return {
		...typed,
		minutes: sentNumber(typed.minutes),
		places: sentNumber(typed.places),
		cancelHours: sentNumber(typed.cancelHours),
		until: typed.until || null,
		delivery: typed.delivery === 'in_person' ? ('in_person' as const) : ('remote' as const)
	};
}
