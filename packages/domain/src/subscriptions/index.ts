import { dayBefore, localDay } from '../calendar/index.ts';

/** What anybody may be written about (R142). */
export const SUBSCRIPTION_TOPICS = ['news', 'products'] as const;
export type SubscriptionTopic = (typeof SUBSCRIPTION_TOPICS)[number];

/** Letters go out from this hour on, by the clock of the capital. */
const FIRST_HOUR = 8;
const HOUR_MS = 3_600_000;

/** The last day whose publications may be told now: whole days only, so nothing is told twice or missed. */
export function lastTellableDay(now: Date): string {
	return dayBefore(localDay(new Date(now.getTime() - FIRST_HOUR * HOUR_MS), 'Europe/Moscow'));
}
