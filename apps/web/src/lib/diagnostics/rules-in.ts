import type { AttemptRules } from '@stazhirovka/domain/diagnostics';
import { ATTEMPT_LIMITS } from '@stazhirovka/domain/diagnostics';
import { textOf } from '#lib/server/form-text.ts';

/** What the leader has chosen, and the minutes as they were typed; no rules where these are no time. */
export function rulesIn(data: FormData): {
	typed: AttemptRules & { time: string };
	rules: AttemptRules | null;
} {
	const { least, most } = ATTEMPT_LIMITS.minutes;
	const minutes = textOf(data, 'time') === 'limit' ? Number(textOf(data, 'minutes')) : null;
	const rules: AttemptRules = {
		minutes,
		attempts: Number(textOf(data, 'attempts')) || 1,
		counts: textOf(data, 'counts') === 'best' ? 'best' : 'last',
		randomOrder: data.has('randomOrder'),
		exit: data.has('exit')
	};
	const isTime = minutes === null || (Number.isInteger(minutes) && minutes >= least && minutes <= most);
	return { typed: { ...rules, time: textOf(data, 'time') }, rules: isTime ? rules : null };
}
