import type { OrderKind } from './kinds.ts';

type Meeting = { date: string; startsAt: string; endsAt: string; place: string };
/** The days of a cohort as an order tells them. */
export type OrderedDays = { startsOn: string; endsOn: string; sessions: readonly Meeting[] };

/** What each kind tells of the days; the others tell nothing that can change. */
const TELLS: Partial<Record<OrderKind, (days: OrderedDays) => unknown[]>> = {
	order_dates: ({ startsOn, endsOn, sessions }) => [
		startsOn,
		endsOn,
		sessions.map(({ date, startsAt, endsAt, place }) => [date, startsAt, endsAt, place]).toSorted()
	],
	order_enrol: ({ startsOn, endsOn }) => [startsOn, endsOn]
};

/** Whether an order that was issued tells other days than those that the cohort has now. */
export function tellsOtherDays(kind: OrderKind, then: OrderedDays, now: OrderedDays): boolean {
	const told = TELLS[kind];
	return told !== undefined && JSON.stringify(told(then)) !== JSON.stringify(told(now));
}
