import { addDays } from '../../calendar/days.ts';
import { isSchoolFull, NO_SCHOOL_LIMIT, withSeatOf, type SchoolLimit } from './schools.ts';

/** Somebody who is admitted and has no seat. `priority`: the site has accepted a privilege (R20). */
export type InLine = { id: string; priority: boolean; appliedAt: Date; school: string | null };

/** Seats of a cohort: given to those who study or have studied, and held for those who are invited. */
export type Seats = { capacity: number; taken: number; held: number };

/** Seats that nobody has; never less than none, also where the capacity was lowered below what is taken. */
export function freeSeats({ capacity, taken, held }: Seats): number {
	return Math.max(0, capacity - taken - held);
}

/** The order of the waiting list: privilege first, then who applied earlier; of equals the one entered earlier. */
export function lineUp<T extends InLine>(people: readonly T[]): T[] {
	return people.toSorted(
		(one, other) =>
			Number(other.priority) - Number(one.priority) ||
			one.appliedAt.getTime() - other.appliedAt.getTime() ||
			(one.id < other.id ? -1 : 1)
	);
}

/**
 * Who gets the free seats now, in the order of the list, and who goes on waiting. Whoever comes from a school that has
 * all its seats is passed by and keeps the place.
 */
export function serve<T extends InLine>(
	people: readonly T[],
	free: number,
	schools: SchoolLimit = NO_SCHOOL_LIMIT
): { seated: T[]; waiting: T[] } {
	const seated: T[] = [];
	const waiting: T[] = [];
	let limit = schools;
	for (const one of lineUp(people)) {
		if (seated.length >= free || isSchoolFull(limit, one.school)) waiting.push(one);
		else {
			seated.push(one);
			limit = withSeatOf(limit, one.school);
		}
	}
	return { seated, waiting };
}

/** The place in the waiting list, from 1; null for somebody who is not in it. */
export function placeInLine(people: readonly InLine[], id: string): number | null {
	const at = lineUp(people).findIndex((one) => one.id === id);
	return at === -1 ? null : at + 1;
}

/**
 * The place in the waiting list for somebody who has so many people before and finds so many free seats; null where a
 * seat is left. What stands before an application is sent is counted by it, too.
 */
export function placeBehind(ahead: number, free: number): number | null {
	const place = ahead + 1 - free;
	return place > 0 ? place : null;
}

/** The same for one who is not in the list yet: a privilege, an earlier application and the schools count. */
export function placeIfAdmitted(
	people: readonly InLine[],
	one: InLine,
	free: number,
	schools: SchoolLimit = NO_SCHOOL_LIMIT
): number | null {
	return placeInLine(serve([...people, one], free, schools).waiting, one.id);
}

/**
 * Whether a seat that becomes free goes to the next in the list by itself: until the first day. After it somebody would
 * come into the middle of a programme, so the site gives the seat by hand. Days compare as `YYYY-MM-DD`.
 */
export function servesItself({ startsOn }: { startsOn: string }, today: string): boolean {
	return today <= startsOn;
}

const USUAL_HOLD_DAYS = 7;

/** The last day for which an invitation holds a seat unless somebody says otherwise: a week, never past the cohort. */
export function usualHold(today: string, endsOn: string): string {
	const week = addDays(today, USUAL_HOLD_DAYS);
	return week < endsOn ? week : endsOn;
}
