import {
	dayFault,
	holdsOn,
	relievingFault,
	standingFrom,
	type Appointed,
	type Change,
	type DayFault
} from './days.ts';

export type CoordinatorFault = {
	code: `coordinator.${DayFault['why'] | 'already' | 'nobody' | 'last'}`;
	field: 'from' | 'email';
	/** The day that would do. */
	limit?: string;
};

type OfPerson = Change & { personId: string };

/**
 * Why somebody cannot be made a coordinator by the act; null when they can. A region may have several (R30). Whoever
 * had the right before appointments were kept is named by an act like a new one.
 */
export function appointingFault(
	appointed: readonly Appointed[],
	{ personId, ...change }: OfPerson
): CoordinatorFault | null {
	const fault = dayFault([], change);
	if (fault) return faultOf(fault);
	const same = standingFrom(ofPerson(appointed, personId), change.from).some(({ from }) => from !== null);
	return same ? { code: 'coordinator.already', field: 'email' } : null;
}

/**
 * Why a coordinator cannot be relieved from the day on. The last one, whom no other follows without an end, is relieved
 * by nobody but whoever is set over the region: never by themselves, and two who relieve each other leave one.
 */
export function coordinatorRelievingFaults(
	appointed: readonly Appointed[],
	{ personId, setOver, ...change }: OfPerson & { setOver: boolean }
): CoordinatorFault[] {
	const fault = relievingFault(ofPerson(appointed, personId), change);
	if (fault) return [faultOf(fault)];
	const stays = appointed.some(
		(one) => one.personId !== personId && one.lastDay === null && holdsOn(one, change.from)
	);
	return !setOver && !stays ? [{ code: 'coordinator.last', field: 'from' }] : [];
}

function ofPerson(appointed: readonly Appointed[], personId: string): Appointed[] {
	return appointed.filter((one) => one.personId === personId);
}

function faultOf({ why, ...limit }: DayFault | { why: 'nobody' }): CoordinatorFault {
	return { code: `coordinator.${why}`, field: 'from', ...limit };
}
