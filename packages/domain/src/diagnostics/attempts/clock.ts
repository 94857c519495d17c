import type { Allowance } from './rules.ts';

const MINUTE = 60_000;

/** An attempt that was begun by a clock; `minutes` are those of the rules at that moment. */
export type Timed = { startedAt: Date; minutes: number | null };

/** The first moment at which the time is over; `null` where there is no limit. Extra minutes only ever move it on. */
export function endOf({ startedAt, minutes }: Timed, extra: Pick<Allowance, 'minutes'>): Date | null {
	return minutes === null ? null : new Date(startedAt.getTime() + (minutes + extra.minutes) * MINUTE);
}

/** At the end itself the time is over already. */
export function isOver(endsAt: Date | null, now: Date): boolean {
	return endsAt !== null && now.getTime() >= endsAt.getTime();
}

/** Whole seconds that are left, never fewer than none: it does not matter on which device or how often one comes back. */
export function secondsLeft(endsAt: Date | null, now: Date): number | null {
	return endsAt && Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / 1000));
}
