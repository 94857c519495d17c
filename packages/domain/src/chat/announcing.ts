import { isCalendarDate } from '../calendar/index.ts';
import { momentAt } from '../tasks/index.ts';
import type { Admission, SpaceKind } from './room-kinds.ts';

/** When people meet, by the clock of the site. */
export type Meeting = { day: string; time: string; minutes: number };

export type Announced = {
	kind: SpaceKind;
	title: string;
	admits: Admission;
	cohortId: string | null;
	meeting: Meeting | null;
};

export type SpaceFault = {
	code: `space.${'title_missing' | 'cohort_missing' | 'day_wrong' | 'time_wrong' | 'in_past' | 'moderator_unknown' | 'row_unknown'}`;
	field: 'title' | 'cohortId' | 'day' | 'time' | 'moderatorId' | 'planRowId';
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with an association or a conference that is to be opened (R62). */
export function spaceFaults(announced: Announced, timeZone: string, now: Date): SpaceFault[] {
	const { kind, title, admits, cohortId, meeting } = announced;
	return [
		...(title.trim() === '' ? [{ code: 'space.title_missing', field: 'title' } as const] : []),
		...(admits === 'cohort' && cohortId === null
			? [{ code: 'space.cohort_missing', field: 'cohortId' } as const]
			: []),
		...(kind === 'conference' ? meetingFaults(meeting, timeZone, now) : [])
	];
}

export function meetingFaults(meeting: Meeting | null, timeZone: string, now: Date): SpaceFault[] {
	if (!meeting || !isCalendarDate(meeting.day)) return [{ code: 'space.day_wrong', field: 'day' }];
	if (!TIME.test(meeting.time)) return [{ code: 'space.time_wrong', field: 'time' }];
	const ahead = momentAt(meeting.day, meeting.time, timeZone) > now;
	return ahead ? [] : [{ code: 'space.in_past', field: 'day' }];
}
