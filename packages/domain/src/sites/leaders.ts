import { dayFault, holdsOn, relievingFault, type Appointed, type DayFault } from '../appointments/index.ts';

/** The head of the organisation, a deputy, or an employee whom an act appoints (R33). */
export const LEADER_POSITIONS = ['head', 'deputy', 'appointed'] as const;
export type LeaderPosition = (typeof LEADER_POSITIONS)[number];

/** Days of a leader, and as whom. */
export type Leading = Appointed & { position: LeaderPosition | null };

export type LeaderFault = {
	code: `leader.${DayFault['why'] | 'already' | 'nobody' | 'minutes_missing' | 'minutes_after'}`;
	field: 'from' | 'email' | 'minutes';
	/** The day that would do. */
	limit?: string;
};

type Change = { from: string; signedOn: string; today: string };
type Appointing = Change & {
	personId: string;
	position: LeaderPosition;
	/** Organisations of the site on the day: more than one are a network. */
	members: number;
	/** The day of the minutes; null where none are named. */
	minutesOn: string | null;
};

/** Everything that is wrong with an appointment; empty when it can be made. A network chooses its leader by minutes (R32). */
export function appointedFaults(leaders: readonly Leading[], appointing: Appointing): LeaderFault[] {
	const { from, personId, position, members, minutesOn } = appointing;
	const same = leaders.some(
		(one) => one.personId === personId && one.position === position && holdsOn(one, from)
	);
	return [
		...faultsOf(dayFault(leaders, appointing)),
		...(same ? [{ code: 'leader.already', field: 'email' } as const] : []),
		...(members > 1 && minutesOn === null
			? [{ code: 'leader.minutes_missing', field: 'minutes' } as const]
			: []),
		...(minutesOn !== null && minutesOn > from
			? [{ code: 'leader.minutes_after', field: 'minutes', limit: from } as const]
			: [])
	];
}

/** Why nobody can be relieved from the day on; empty when it can be done. */
export function relievedFaults(leaders: readonly Leading[], change: Change): LeaderFault[] {
	return faultsOf(relievingFault(leaders, change));
}

function faultsOf(fault: DayFault | { why: 'nobody' } | null): LeaderFault[] {
	if (fault === null) return [];
	const { why, ...limit } = fault;
	return [{ code: `leader.${why}`, field: 'from', ...limit }];
}
