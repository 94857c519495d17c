import { clock, dayIn, dayText } from '#lib/shell/dates.ts';
import { m } from '#lib/paraglide/messages.js';

type Timed = { startsAt: string; endsAt: string; timeZone: string };

/** «15:00–15:30» by the site's clock. */
export function hoursOf({ startsAt, endsAt, timeZone }: Timed): string {
	return m.consultations_time({ from: clock(startsAt, timeZone), to: clock(endsAt, timeZone) });
}

/** «20 января 2027 г.» by the site's clock. */
function dayOf({ startsAt, timeZone }: Timed): string {
	return dayText(dayIn(new Date(startsAt), timeZone));
}

/** «20 января 2027 г., 15:00–15:30» */
export function whenOf(slot: Timed): string {
	return `${dayOf(slot)}, ${hoursOf(slot)}`;
}

/** The same things under their days, in the order given. */
export function byDay<T extends Timed>(slots: readonly T[]): { day: string; slots: T[] }[] {
	const days = new Map<string, T[]>();
	for (const slot of slots) days.set(dayOf(slot), [...(days.get(dayOf(slot)) ?? []), slot]);
	return [...days].map(([day, slots]) => ({ day, slots }));
}
