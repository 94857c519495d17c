import { isCalendarDate } from '../calendar/index.ts';
import { isLink } from '../forms/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';
import { deliveryFaults, type DeliveryFault } from './delivery.ts';
import { formatFaults, type FormatFault } from './formats.ts';
import type { Period } from './period.ts';

/** What the site writes down after an event (R54, R64). */
export type Execution = {
	heldOn: string;
	format: string;
	delivery: string;
	participants: number;
	outcome: string;
	links: readonly string[];
};

export type ExecutionFault =
	| DeliveryFault
	| FormatFault
	| {
			code: `plan.${'held_missing' | 'held_ahead' | 'held_outside' | 'outcome_missing' | 'link_wrong'}`;
			field: 'heldOn' | 'outcome' | 'links';
	  };

type Rules = {
	profile: Pick<RegulationProfile, 'delivery_mode'>;
	formats: readonly string[];
	period: Period;
	today: string;
};

/** Everything that is wrong with a report on an event: what has not been held yet cannot be told of. */
export function executionFaults(
	{ profile, formats, period, today }: Rules,
	execution: Execution
): ExecutionFault[] {
	return [
		...heldFaults(execution.heldOn, period, today),
		...formatFaults(formats, execution.format),
		...deliveryFaults(profile, execution.delivery),
		...(execution.outcome.trim() === '' ? [{ code: 'plan.outcome_missing', field: 'outcome' } as const] : []),
		...(execution.links.every(isLink) ? [] : [{ code: 'plan.link_wrong', field: 'links' } as const])
	];
}

export const CORRECTION_KINDS = ['added', 'moved', 'cancelled'] as const;
/** How a plan in force was changed: always with a reason (R129). */
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

export const ROW_STATES = ['planned', 'overdue', 'done', 'cancelled'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** How a row stands on a day: overdue when its last day is over and nobody has told of it. */
export function rowState(
	{ lastDay, cancelled, held }: { lastDay: string | null; cancelled: boolean; held: number },
	today: string
): RowState {
	if (cancelled) return 'cancelled';
	if (held > 0) return 'done';
	return lastDay !== null && lastDay < today ? 'overdue' : 'planned';
}

function heldFaults(heldOn: string, period: Period, today: string): ExecutionFault[] {
	const at = (what: 'held_missing' | 'held_ahead' | 'held_outside') =>
		[{ code: `plan.${what}`, field: 'heldOn' }] as ExecutionFault[];
	if (!isCalendarDate(heldOn)) return at('held_missing');
	if (heldOn > today) return at('held_ahead');
	const outside = heldOn < period.from || (period.lastDay !== null && heldOn > period.lastDay);
	return outside ? at('held_outside') : [];
}
