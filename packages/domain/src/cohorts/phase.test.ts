import { expect, test } from 'vitest';
import { cohortPhase, cohortsByPhase } from './index.ts';

const cohort = (id: string, startsOn: string, endsOn: string) => ({ id, startsOn, endsOn });
const WINTER = cohort('winter', '2027-01-18', '2027-02-26');

test.each([
	['2027-01-17', 'ahead'],
	['2027-01-18', 'running'],
	['2027-02-26', 'running'],
	['2027-02-27', 'over']
])('R45: on %s the cohort is %s', (today, phase) => {
	expect(cohortPhase(WINTER, today)).toBe(phase);
});

test('R45: what runs comes first, then what is to come, then what has ended; each by the day of its own place', () => {
	const all = [
		cohort('autumn', '2026-09-01', '2026-11-30'),
		cohort('summer', '2026-06-01', '2026-07-31'),
		cohort('long', '2027-01-11', '2027-05-31'),
		WINTER,
		cohort('spring', '2027-03-01', '2027-04-30'),
		cohort('eastern', '2027-02-01', '2027-02-28')
	];
	const groups = cohortsByPhase(all, ({ id }) => (id === 'eastern' ? '2027-02-01' : '2027-01-31'));
	expect(groups.map(({ phase, cohorts }) => [phase, ...cohorts.map(({ id }) => id)])).toEqual([
		['running', 'winter', 'eastern', 'long'],
		['ahead', 'spring'],
		['over', 'autumn', 'summer']
	]);
	expect(cohortsByPhase([], () => '2027-01-31')).toEqual([]);
});
