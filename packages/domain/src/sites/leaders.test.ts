import { expect, test } from 'vitest';
import { appointedFaults, relievedFaults, type Leading } from './leaders.ts';

const now = { signedOn: '2027-01-18', today: '2027-01-18' };
const asked = {
	...now,
	from: '2027-01-18',
	personId: 'new',
	position: 'head',
	members: 1,
	minutesOn: null
} as const;
const known: Leading = { personId: 'old', position: null, from: null, lastDay: null };
const codes = (faults: { code: string }[]) => faults.map(({ code }) => code);

test('R32: a network chooses its leader by minutes, which are not later than the first day', () => {
	expect(codes(appointedFaults([known], asked))).toEqual([]);
	expect(codes(appointedFaults([known], { ...asked, members: 2 }))).toEqual(['leader.minutes_missing']);
	expect(codes(appointedFaults([known], { ...asked, members: 2, minutesOn: '2027-01-19' }))).toEqual([
		'leader.minutes_after'
	]);
});

test('R33: nobody is appointed before the act, before whoever leads has begun, or twice to one position', () => {
	const leads: Leading = { personId: 'new', position: 'head', from: '2027-01-10', lastDay: null };
	expect(codes(appointedFaults([], { ...asked, from: '2027-01-17' }))).toEqual(['leader.before_act']);
	const early = { ...asked, signedOn: '2026-12-01', from: '2027-01-09' };
	expect(appointedFaults([leads], early)).toEqual([
		{ code: 'leader.before_previous', field: 'from', limit: '2027-01-10' }
	]);
	expect(codes(appointedFaults([leads], asked))).toEqual(['leader.already']);
	expect(appointedFaults([leads], { ...asked, position: 'deputy' })).toEqual([]);
});

test('nobody is relieved where nobody leads', () => {
	expect(codes(relievedFaults([], { ...now, from: '2027-02-01' }))).toEqual(['leader.nobody']);
	expect(relievedFaults([known], { ...now, from: '2027-02-01' })).toEqual([]);
});
