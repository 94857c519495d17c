import type { AttemptRules } from '@stazhirovka/domain/diagnostics';
import { ATTEMPT_LIMITS } from '@stazhirovka/domain/diagnostics';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';
import type { WithTyped } from '#lib/server/send-typed.ts';

type TypedRules = WithTyped<AttemptRules>;

/** What the leader has chosen, and the minutes as they were typed; no rules where these are no time. */
export function rulesIn(data: FormData): { typed: TypedRules & { time: string }; rules: TypedRules | null } {
	const { least, most } = ATTEMPT_LIMITS.minutes;
	const time = textOf(data, 'time');
	const minutes = time === 'limit' ? numberOf(data, 'minutes') : null;
	const rules: TypedRules = {
		minutes,
		attempts: numberOf(data, 'attempts'),
		counts: textOf(data, 'counts') === 'best' ? 'best' : 'last',
		randomOrder: data.has('randomOrder'),
		exit: data.has('exit')
	};
	const isTime =
		typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= least && minutes <= most;
	return { typed: { ...rules, time }, rules: isTime || time !== 'limit' ? rules : null };
}
