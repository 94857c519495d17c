import { expect, test } from 'vitest';
import type { StatusPeriod } from '../sites/index.ts';
import { openingFaults, planFaults, type PlannedCohort } from './index.ts';

const term = (from: string, lastDay: string): StatusPeriod => ({
	state: 'active',
	from,
	lastDay,
	terminated: false
});
const around = { status: [term('2025-09-01', '2028-08-31')], siteTutorIds: ['t'], modules: [1, 2, 3] };
const session = { module: 1, date: '2027-01-18', startsAt: '10:00', endsAt: '13:20' };
const plan = (change: Partial<PlannedCohort> = {}): PlannedCohort => ({
	startsOn: '2027-01-18',
	endsOn: '2027-02-26',
	applyUntil: null,
	sessions: [session],
	tutorIds: ['t'],
	...change
});

test('a sound plan has no faults', () => {
	expect(openingFaults(plan(), around)).toEqual([]);
});

test('each fault is named with its field', () => {
	const faults = openingFaults(
		plan({
			startsOn: '2028-09-02',
			endsOn: '2028-09-01',
			tutorIds: ['t', 'stranger'],
			sessions: [{ module: 4, date: '2027-01-18', startsAt: '13:20', endsAt: '10:00' }]
		}),
		around
	);

	expect(faults).toEqual([
		{ code: 'cohort.period_backwards', field: 'endsOn' },
		{ code: 'cohort.tutor_unknown', field: 'tutorIds' },
		{ code: 'cohort.session_outside_period', field: 'sessions.0.date' },
		{ code: 'cohort.session_backwards', field: 'sessions.0.endsAt' },
		{ code: 'cohort.session_module_unknown', field: 'sessions.0.module' }
	]);
});

test('a cohort does not begin before the site has its status', () => {
	expect(openingFaults(plan(), { ...around, status: [term('2027-01-19', '2028-08-31')] })).toEqual([
		{ code: 'cohort.outside_site_term', field: 'startsOn' }
	]);
});

test('a cohort runs only on days that the status covers without a gap', () => {
	const suspended: StatusPeriod = { ...term('2027-02-01', '2027-02-05'), state: 'suspended' };
	const gap = [term('2025-09-01', '2027-01-31'), suspended, term('2027-02-06', '2028-08-31')];
	const nextTerm = [term('2025-09-01', '2027-01-31'), term('2027-02-01', '2028-08-31')];
	const fault = (field: string) => [{ code: 'cohort.outside_site_term', field }];

	expect(openingFaults(plan(), { ...around, status: gap })).toEqual(fault('endsOn'));
	expect(openingFaults(plan(), { ...around, status: nextTerm })).toEqual([]);
	expect(openingFaults(plan({ endsOn: '2028-09-01' }), around)).toEqual(fault('endsOn'));
	expect(openingFaults(plan(), { ...around, status: [] })).toEqual(fault('startsOn'));
});

test('R98: the last day of applying is not after the last day of the cohort', () => {
	expect(openingFaults(plan({ applyUntil: '2027-02-26' }), around)).toEqual([]);
	expect(openingFaults(plan({ applyUntil: '2027-02-27' }), around)).toEqual([
		{ code: 'cohort.apply_after_end', field: 'applyUntil' }
	]);
});

test('a plan that is filled in by half is told what it says against itself, and nothing of what is still empty', () => {
	const half = {
		...plan({ startsOn: '', applyUntil: '2027-03-01' }),
		sessions: [
			{ module: 1, date: '2027-03-02', startsAt: '13:20', endsAt: '10:00' },
			{ module: 1, date: '', startsAt: '', endsAt: '' }
		]
	};
	expect(planFaults(half)).toEqual([
		{ code: 'cohort.apply_after_end', field: 'applyUntil' },
		{ code: 'cohort.session_outside_period', field: 'sessions.0.date' },
		{ code: 'cohort.session_backwards', field: 'sessions.0.endsAt' }
	]);
	expect(planFaults({ startsOn: '', endsOn: '', applyUntil: null, sessions: [] })).toEqual([]);
});
