import { dayBefore } from '../calendar/index.ts';

/** The head of the organisation, a deputy, or an employee whom an act appoints (R33). */
export const LEADER_POSITIONS = ['head', 'deputy', 'appointed'] as const;
export type LeaderPosition = (typeof LEADER_POSITIONS)[number];

/** Days of a leader, both included. No first day: before this was kept here. One that was called off is empty. */
export type Leading = {
	personId: string;
	position: LeaderPosition | null;
	from: string | null;
	lastDay: string | null;
};

export type LeaderFault = {
	code: `leader.${
		'before_act' | 'before_previous' | 'already' | 'nobody' | 'minutes_missing' | 'minutes_after'}`;
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
		(one) => one.personId === personId && one.position === position && isLeading(one, from)
	);
	return [
		...dayFaults(leaders, appointing),
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
	const none = standingLeaders(leaders, change.from).length === 0;
	return [
		...dayFaults(leaders, change),
		...(none ? [{ code: 'leader.nobody', field: 'from' } as const] : [])
	];
}

/** Whoever leads on the day or was to lead after it: those whom a change from that day on ends. */
export function standingLeaders<L extends Leading>(leaders: readonly L[], day: string): L[] {
	return leaders.filter((one) => !isEmpty(one) && (one.lastDay === null || one.lastDay >= day));
}

/** Whether somebody leads on the day. */
export function isLeading({ from, lastDay }: Pick<Leading, 'from' | 'lastDay'>, day: string): boolean {
	return (from === null || from <= day) && (lastDay === null || day <= lastDay);
}

/** The last day of one whom a change ends; of one who has not begun by then, the day before the first. */
export function lastDayOfLeading({ from }: Pick<Leading, 'from'>, changedOn: string): string {
	return dayBefore(from !== null && from > changedOn ? from : changedOn);
}

function isEmpty({ from, lastDay }: Leading): boolean {
	return from !== null && lastDay !== null && lastDay < from;
}

/** Nothing works before the act that says it, nor before whoever leads now has begun. What is still ahead is called off. */
function dayFaults(leaders: readonly Leading[], { from, signedOn, today }: Change): LeaderFault[] {
	const begun = leaders.flatMap((one) =>
		!isEmpty(one) && one.from !== null && one.from <= today ? one.from : []
	);
	const previous = begun.toSorted().at(-1);
	if (from < signedOn) return [{ code: 'leader.before_act', field: 'from', limit: signedOn }];
	return previous !== undefined && from < previous
		? [{ code: 'leader.before_previous', field: 'from', limit: previous }]
		: [];
}
