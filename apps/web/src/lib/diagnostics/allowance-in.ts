import { numberOf, sentNumber } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

/** What a tutor adds for one intern; minutes that were left empty are none. */
export function allowanceIn(data: FormData) {
	return {
		minutes: sentNumber(textOf(data, 'minutes').trim() || '0'),
		attempts: numberOf(data, 'attempts'),
		reason: textOf(data, 'reason')
	};
}
