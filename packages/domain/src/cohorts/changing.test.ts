import { expect, test } from 'vitest';
import { changeFaults, moveOf, type ChangedSession } from './index.ts';

const held = {
	id: 's1',
	module: 1,
	date: '2027-01-18',
	startsAt: '10:00:00',
	endsAt: '13:20:00',
	place: 'Каб. 5',
	breaks: null
};
const before = {
	title: 'Поток 1',
	startsOn: '2027-01-18',
	endsOn: '2027-02-26',
	capacity: 12,
	seatsPerSchool: null,
	applyUntil: null,
	tutorIds: ['t1', 't2'],
	sessions: [held]
};
const around = {
	status: [{ state: 'active' as const, from: '2025-09-01', lastDay: '2028-08-31', terminated: false }],
	siteTutorIds: ['t1', 't2', 't3'],
	modules: [1, 2, 3]
};
const standing = { today: '2027-01-20', seatsTaken: 6, busyTutorIds: ['t1'], announced: false };

function codes(change: Partial<typeof before>, how: Partial<typeof standing> = {}) {
	const sessions: readonly ChangedSession[] = change.sessions ?? before.sessions;
	return changeFaults(before, { ...before, ...change, sessions }, { ...standing, ...how }, around).map(
		({ code, field }) => [code, field]
	);
}

test('before it begins a cohort may change altogether', () => {
	const change = {
		title: 'Поток А',
		startsOn: '2027-01-25',
		endsOn: '2027-03-05',
		sessions: [],
		capacity: 20
	};
	expect(codes(change, { today: '2027-01-10' })).toEqual([]);
});

test('once it runs, its first day and the held session stay, and its end is not in the past', () => {
	expect(codes({ startsOn: '2027-01-17', endsOn: '2027-01-19' })).toEqual([
		['cohort.start_passed', 'startsOn'],
		['cohort.end_in_past', 'endsOn']
	]);
	expect(codes({ sessions: [] })).toEqual([['cohort.session_held', 'sessions']]);
	expect(codes({ sessions: [{ ...held, place: 'Каб. 6' }] })).toEqual([
		['cohort.session_held', 'sessions.0.date']
	]);
	expect(codes({ endsOn: '2027-03-12', title: 'Поток А' })).toEqual([]);
	expect(codes({ endsOn: '2027-03-12' }, { announced: true })).toEqual([['cohort.announced', 'endsOn']]);
});

test('nobody loses a seat or a tutor; a session is not added to the past', () => {
	expect(codes({ capacity: 5, tutorIds: ['t2'] })).toEqual([
		['cohort.capacity_below_taken', 'capacity'],
		['cohort.tutor_has_interns', 'tutorIds']
	]);
	const added = { ...held, id: null as unknown as string, date: '2027-01-19' };
	expect(codes({ sessions: [held, added] })).toEqual([['cohort.session_in_past', 'sessions.1.date']]);
});

test('interns are told of days, times and places, not of seats or the title', () => {
	expect(moveOf(before, { ...before, title: 'Другой', capacity: 30 })).toBe(null);
	expect(moveOf(before, { ...before, sessions: [{ ...held, startsAt: '10:00', endsAt: '13:20' }] })).toBe(
		null
	);
	const moved = moveOf(before, { ...before, endsOn: '2027-03-05', sessions: [{ ...held, place: 'Каб. 6' }] });
	expect([moved?.period?.to.endsOn, moved?.sessions.changed.length]).toEqual(['2027-03-05', 1]);
});
