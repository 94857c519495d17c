import { sentNumber } from '#lib/server/form-number.ts';
import type { setCohortDeadlines } from '@stazhirovka/contract/deadlines';
import type { Input } from '@stazhirovka/contract/endpoint';
import { ANCHORS, DEADLINE_STEPS } from '@stazhirovka/domain/deadlines';

type Rule = Input<typeof setCohortDeadlines>['body']['rules'][number];

/** The deadlines of a form: a step whose number of days is empty has none; days before the end are negative. */
export function typedRules(data: FormData): Rule[] {
	return DEADLINE_STEPS.flatMap((step) => {
		const days = String(data.get(`days.${step}`) ?? '').trim();
		const anchor = ANCHORS.find((known) => known === data.get(`anchor.${step}`)) ?? 'end';
		if (days === '') return [];
		const count = sentNumber(days);
		return [{ step, anchor, workingDays: anchor === 'end' && count > 0 ? -count : count }];
	});
}
