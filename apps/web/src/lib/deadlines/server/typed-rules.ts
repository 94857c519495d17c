import { ANCHORS, DEADLINE_STEPS } from '@stazhirovka/domain/deadlines';
import { readNumber } from '#lib/forms/numbers.ts';
import type { TypedRule } from '../typed-rule.ts';

/** The deadlines of a form: a step whose number of days is empty has none; days before the end are negative. */
export function typedRules(data: FormData): TypedRule[] {
	return DEADLINE_STEPS.flatMap((step) => {
		const days = String(data.get(`days.${step}`) ?? '').trim();
		const anchor = ANCHORS.find((known) => known === data.get(`anchor.${step}`)) ?? 'end';
		if (days === '') return [];
		const count = readNumber(days);
		return [
			{
				step,
				anchor,
				workingDays: anchor === 'end' && typeof count === 'number' && count > 0 ? -count : count
			}
		];
	});
}
