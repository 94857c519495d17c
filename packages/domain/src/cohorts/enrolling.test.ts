import { expect, test } from 'vitest';
import {
	decideEnrolment,
	ENROLMENT_STATES,
	leastBusyTutor,
	mayApply,
	mayTake,
	type EnrolmentAction
} from './index.ts';

const ok = { ok: true, value: undefined };
const refused = (code: string) => ({ ok: false, refusal: { code } });
const cohort = {
	enrolmentOpen: true,
	endsOn: '2027-02-26',
	applyUntil: null,
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

test('an application, a place in line and an invitation are decided or given up, and nothing else', () => {
	const actions: EnrolmentAction[] = ['confirm', 'queue', 'decline', 'withdraw', 'accept', 'lapse'];
	const open = ENROLMENT_STATES.filter((state) =>
		actions.some((action) => decideEnrolment(state, action).ok)
	);

	expect(open).toEqual(['applied', 'awaiting_head', 'waiting', 'invited']);
	expect(decideEnrolment('confirmed', 'decline')).toEqual(refused('enrolment.not_now'));
	expect(decideEnrolment('withdrawn', 'queue')).toEqual(refused('enrolment.not_now'));
});

test.each([
	['none', 'ask_head', 'awaiting_head'],
	['awaiting_head', 'head_agrees', 'applied'],
	['awaiting_head', 'head_refuses', 'declined'],
	['applied', 'queue', 'waiting'],
	['waiting', 'confirm', 'confirmed'],
	['declined', 'enter', 'waiting'],
	['transferred', 'arrive', 'confirmed'],
	['none', 'invite', 'invited'],
	['invited', 'accept', 'confirmed'],
	['invited', 'lapse', 'lapsed'],
	['confirmed', 'transfer', 'transferred'],
	['confirmed', 'expel', 'expelled'],
	['confirmed', 'leave', 'withdrawn']
] as const)('R77: an enrolment goes from %s by %s to %s', (from, action, to) => {
	expect(decideEnrolment(from, action)).toEqual({ ok: true, value: to });
});

test('R77: nobody is admitted past the head of the school', () => {
	for (const action of ['confirm', 'queue', 'accept', 'invite', 'enter', 'arrive'] as const)
		expect(decideEnrolment('awaiting_head', action)).toEqual(refused('enrolment.not_now'));
});

test('people apply until the last day, while the door is open', () => {
	expect(mayApply(cohort, '2027-02-26')).toEqual(ok);
	expect(mayApply(cohort, '2027-02-27')).toEqual(refused('enrolment.closed'));
	expect(mayApply({ ...cohort, enrolmentOpen: false }, '2027-01-01')).toEqual(refused('enrolment.closed'));
});

test('R98: after the day that the site has named nobody applies, and the refusal names the day', () => {
	const until = { ...cohort, applyUntil: '2027-01-15' };
	expect(mayApply(until, '2027-01-15')).toEqual(ok);
	expect(mayApply(until, '2027-01-16')).toEqual({
		ok: false,
		refusal: { code: 'enrolment.apply_over', details: { limit: '2027-01-15' } }
	});
	expect(mayTake(until)).toEqual(ok);
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
	expect(mayTake({ ...cohort, siteStatus })).toEqual(answer);
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
