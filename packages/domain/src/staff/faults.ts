import { isCalendarDate } from '../calendar/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';
import { appointedByAct, needsMinutes, roleOf } from './roles.ts';

/** A paper that is named and not kept here: «приказ № 12 от 01.09.2026». */
export type PaperReference = { body: string; number: string; date: string };

export type Appointment = {
	role: string;
	name: string;
	from: string;
	act: PaperReference | null;
	/** Instead of `act`: one of the register of acts. */
	actId: string | null;
	minutes: PaperReference | null;
};

export type StaffFault = {
	code: `staff.${
		| 'role_unknown'
		| 'name_missing'
		| 'from_missing'
		| 'act_missing'
		| 'act_incomplete'
		| 'act_after'
		| 'minutes_missing'
		| 'minutes_incomplete'}`;
	field: string;
};

/** Everything that is wrong with an appointment under a profile (R32, R33, R71). */
export function appointmentFaults(
	profile: Pick<RegulationProfile, 'roles'>,
	{ role: key, name, from, act, actId, minutes }: Appointment,
	members: number
): StaffFault[] {
	const role = roleOf(profile, key);
	return [
		...fault(!role, 'role_unknown', 'role'),
		...fault(name.trim() === '', 'name_missing', 'name'),
		...fault(!isCalendarDate(from), 'from_missing', 'from'),
		...fault(
			role !== undefined && appointedByAct(role) && act === null && actId === null,
			'act_missing',
			'act.number'
		),
		...paperFaults(act, 'act'),
		...fault(isLater(act, from), 'act_after', 'act.date'),
		...fault(
			role !== undefined && needsMinutes(role, members) && minutes === null,
			'minutes_missing',
			'minutes.number'
		),
		...paperFaults(minutes, 'minutes')
	];
}

export type DaysFault = { code: `days.${'missing' | 'backwards' | 'ahead' | 'too_early'}`; field: string };

/** What is wrong with days of something that may last still: the last one is not before the first. */
export function daysInOrder(
	{ from, lastDay }: { from: string; lastDay: string | null },
	fields = { from: 'from', lastDay: 'lastDay' }
): DaysFault[] {
	if (!isCalendarDate(from)) return [{ code: 'days.missing', field: fields.from }];
	if (lastDay === null) return [];
	if (!isCalendarDate(lastDay)) return [{ code: 'days.missing', field: fields.lastDay }];
	return lastDay < from ? [{ code: 'days.backwards', field: fields.lastDay }] : [];
}

/** Something that has happened: a day that exists, and has come, and is not before what it belongs to. */
export function happened(day: string, today: string, field: string, notBefore = ''): DaysFault[] {
	if (!isCalendarDate(day)) return [{ code: 'days.missing', field }];
	if (day > today) return [{ code: 'days.ahead', field }];
	return day < notBefore ? [{ code: 'days.too_early', field }] : [];
}

/** An appointment does not work before the paper that says it. */
function isLater(paper: PaperReference | null, day: string): boolean {
	return paper !== null && isCalendarDate(day) && isCalendarDate(paper.date) && paper.date > day;
}

function paperFaults(paper: PaperReference | null, field: 'act' | 'minutes'): StaffFault[] {
	if (paper === null) return [];
	return [
		...fault(paper.body.trim() === '', `${field}_incomplete`, `${field}.body`),
		...fault(paper.number.trim() === '', `${field}_incomplete`, `${field}.number`),
		...fault(!isCalendarDate(paper.date), `${field}_incomplete`, `${field}.date`)
	];
}

function fault(is: boolean, code: string, field: string): StaffFault[] {
	return is ? [{ code: `staff.${code}` as StaffFault['code'], field }] : [];
}
