import { expect, test } from 'vitest';
import { sorted } from './takable.ts';

const cohort = (id: string, open: boolean, seatsLeft: number) => ({
	...{ id, title: id, siteId: '', regionId: '', timeZone: 'Europe/Moscow', place: null },
	...{ startsOn: '2027-02-01', endsOn: '2027-03-01' },
	...{
		open,
		seatsLeft,
		waitingPlace: seatsLeft ? null : 1,
		capacity: 12,
		seatsPerSchool: null,
		applyUntil: null
	}
});

test('cohorts with seats come before those with a waiting list only, the closed ones apart', () => {
	const given = [cohort('full', true, 0), cohort('closed', false, 5), cohort('free', true, 3)];
	const { takable, closed } = sorted([...given, cohort('later', true, 1)]);
	expect(takable.map(({ id }) => id)).toEqual(['free', 'later', 'full']);
	expect(closed.map(({ id }) => id)).toEqual(['closed']);
});
