import { expect, test } from 'vitest';
import {
	decideEnrolment,
	ENROLMENT_STATES,
	leastBusyTutor,
	mayApply,
	mayConfirm,
	type EnrolmentAction
} from './index.ts';

const ok = { ok: true, value: undefined };
const refused = (code: string) => ({ ok: false, refusal: { code } });
const cohort = {
	...{ capacity: 2, taken: 1, enrolmentOpen: true, endsOn: '2027-02-26' },
	siteStatus: 'active'
} as const;

test.each([
	['none', 'applied'],
	['applied', 'applied'],
	['withdrawn', 'applied'],
	['declined', null],
	['confirmed', null]
] as const)('applying from %s leads to %s', (state, next) => {
	const answer = decideEnrolment(state, 'apply');
	expect(answer).toEqual(next ? { ok: true, value: next } : refused('enrolment.exists'));
});

test('only an application is decided or withdrawn, and once', () => {
	const actions: EnrolmentAction[] = ['confirm', 'decline', 'withdraw'];
	const open = ENROLMENT_STATES.filter((state) =>
		actions.some((action) => decideEnrolment(state, action).ok)
	);

	expect(open).toEqual(['applied']);
	expect(decideEnrolment('confirmed', 'decline')).toEqual(refused('enrolment.not_now'));
});

test('the last seat is given, the one after it is not', () => {
	expect(mayConfirm(cohort)).toEqual(ok);
	expect(mayConfirm({ ...cohort, taken: 2 })).toEqual(refused('enrolment.no_seats'));
});

test('people apply until the last day, while the door is open and seats are left', () => {
	expect(mayApply(cohort, '2027-02-26')).toEqual(ok);
	expect(mayApply(cohort, '2027-02-27')).toEqual(refused('enrolment.closed'));
	expect(mayApply({ ...cohort, enrolmentOpen: false }, '2027-01-01')).toEqual(refused('enrolment.closed'));
	expect(mayApply({ ...cohort, taken: 2 }, '2027-01-01')).toEqual(refused('enrolment.no_seats'));
});

test.each([
	['upcoming', true],
	['active', true],
	['suspended', false],
	['terminated', false],
	['expired', false],
	[null, false]
] as const)('R34 a site that is %s takes people: %s', (siteStatus, takes) => {
	const answer = takes ? ok : refused('enrolment.site_stopped');
	expect(mayConfirm({ ...cohort, siteStatus })).toEqual(answer);
	expect(mayApply({ ...cohort, siteStatus }, '2027-01-20')).toEqual(answer);
});

test('the tutor with the fewest interns is chosen, of equals the first named', () => {
	const tutors = [
		{ id: 'a', interns: 3 },
		{ id: 'b', interns: 2 },
		{ id: 'c', interns: 2 }
	];
	expect(leastBusyTutor(tutors)).toBe('b');
	expect(leastBusyTutor([])).toBe(null);
});
