import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideEnrolment, type EnrolmentAction, type EnrolmentState } from '../index.ts';
import {
	freeSeats,
	lineUp,
	placeBehind,
	placeIfAdmitted,
	placeInLine,
	serve,
	usualHold,
	type InLine
} from './index.ts';

type Enrolment = InLine & { state: EnrolmentState };
type Cohort = { capacity: number; people: Enrolment[] };
type Act = { person: number; action: EnrolmentAction | 'raise' | 'lower'; priority: boolean };

const PEOPLE = 12;
const countOf = ({ people }: Cohort, ...states: EnrolmentState[]) =>
	people.filter(({ state }) => states.includes(state)).length;
const seatsOf = (cohort: Cohort) => ({
	capacity: cohort.capacity,
	taken: countOf(cohort, 'confirmed', 'completed'),
	held: countOf(cohort, 'invited')
});
const waitingIn = ({ people }: Cohort) => people.filter(({ state }) => state === 'waiting');

/** The list is served after whatever happens: nobody sits beside a free seat that somebody waits for. */
function served(cohort: Cohort): Cohort {
	const { seated } = serve(waitingIn(cohort), freeSeats(seatsOf(cohort)));
	const ids = new Set(seated.map(({ id }) => id));
	return {
		...cohort,
		people: cohort.people.map((one) => (ids.has(one.id) ? { ...one, state: 'confirmed' as const } : one))
	};
}

/** One thing that people do, as the service does it: whoever is admitted stands in line first, then the line is served. */
function after(cohort: Cohort, { person, action, priority }: Act, at: number): Cohort {
	if (action === 'raise') return served({ ...cohort, capacity: cohort.capacity + 1 });
	if (action === 'lower') return { ...cohort, capacity: Math.max(1, cohort.capacity - 1) };
	const one = cohort.people[person];
	if (!one) return cohort;
	if (action === 'invite' && (freeSeats(seatsOf(cohort)) === 0 || waitingIn(cohort).length > 0))
		return cohort;

	const decided = decideEnrolment(one.state, action);
	if (!decided.ok) return cohort;
	const applies = decided.value === 'applied' && one.state !== 'applied';
	const changed = { ...one, state: decided.value, ...(applies && { appliedAt: new Date(at), priority }) };
	return served({ ...cohort, people: cohort.people.map((each) => (each === one ? changed : each)) });
}

const ACTIONS = [
	...['apply', 'ask_head', 'head_agrees', 'head_refuses', 'queue', 'enter', 'decline', 'withdraw', 'leave'],
	...['invite', 'accept', 'lapse', 'transfer', 'expel', 'raise', 'lower']
] as Act['action'][];
const acts = fc.array(
	fc.record({
		person: fc.nat(PEOPLE - 1),
		action: fc.constantFrom(...ACTIONS, 'apply', 'queue', 'apply', 'queue'),
		priority: fc.boolean()
	}),
	{ maxLength: 150 }
);
const began = (capacity: number): Cohort => ({
	capacity,
	people: Array.from({ length: PEOPLE }, (_, n) => {
		const who = { id: String(n).padStart(2, '0'), priority: false, appliedAt: new Date(0) };
		return { ...who, state: 'withdrawn' as const };
	})
});

test('seats are never oversold and nobody is lost, whatever people do in whatever order', () => {
	fc.assert(
		fc.property(acts, fc.integer({ min: 1, max: 5 }), (story, capacity) => {
			let cohort = began(capacity);
			for (const [at, act] of story.entries()) {
				const seatedBefore = countOf(cohort, 'confirmed', 'completed', 'invited');
				cohort = after(cohort, act, at + 1);
				const seated = countOf(cohort, 'confirmed', 'completed', 'invited');
				// A capacity that was lowered takes nobody's seat away; it only gives none.
				expect(seated <= Math.max(cohort.capacity, seatedBefore)).toBe(true);
				expect(cohort.people.map(({ id }) => id)).toEqual(began(1).people.map(({ id }) => id));
				expect(waitingIn(cohort).length === 0 || freeSeats(seatsOf(cohort)) === 0).toBe(true);
			}
		}),
		{ numRuns: 500 }
	);
});

test('R20: whoever is seated stood before everybody who goes on waiting', () => {
	fc.assert(
		fc.property(acts, (story) => {
			let cohort = began(2);
			for (const [at, act] of story.entries()) {
				const before = waitingIn(cohort);
				const next = after(cohort, act, at + 1);
				const seated = new Set(next.people.filter(({ state }) => state === 'confirmed').map(({ id }) => id));
				const promoted = before.filter(({ id }) => seated.has(id));
				const left = before.filter(({ id }) =>
					next.people.some((one) => one.id === id && one.state === 'waiting')
				);
				const line = lineUp([...promoted, ...left]).map(({ id }) => id);
				expect(new Set(line.slice(0, promoted.length))).toEqual(new Set(promoted.map(({ id }) => id)));
				cohort = next;
			}
		}),
		{ numRuns: 500 }
	);
});

test('R20: a privilege goes first, then the earlier application, then the earlier entry', () => {
	const at = (id: string, minute: number, priority = false): InLine => {
		return { id, priority, appliedAt: new Date(minute * 60_000) };
	};
	const people = [at('late', 3), at('b', 1), at('privileged', 9, true), at('a', 1)];
	expect(lineUp(people).map(({ id }) => id)).toEqual(['privileged', 'a', 'b', 'late']);
	expect(serve(people, 2).seated.map(({ id }) => id)).toEqual(['privileged', 'a']);
	expect(serve(people, 0).seated).toEqual([]);
	expect(placeInLine(people, 'late')).toBe(4);
	expect(placeInLine(people, 'nobody')).toBe(null);
});

test('a capacity below what is taken leaves no free seat and takes none away', () => {
	expect(freeSeats({ capacity: 2, taken: 3, held: 1 })).toBe(0);
	expect(freeSeats({ capacity: 6, taken: 3, held: 1 })).toBe(2);
});

test('a seat is held for a week unless somebody says otherwise, and never past the cohort', () => {
	expect(usualHold('2026-12-28', '2027-02-26')).toBe('2027-01-04');
	expect(usualHold('2027-02-22', '2027-02-26')).toBe('2027-02-26');
});

test('R98: whoever would wait is told the place, behind those who stand before and after the seats that are left', () => {
	const at = (id: string, minute: number, priority = false): InLine => {
		return { id, priority, appliedAt: new Date(minute * 60_000) };
	};
	expect([placeBehind(0, 1), placeBehind(0, 0), placeBehind(3, 1), placeBehind(2, 5)]).toEqual([
		null,
		1,
		3,
		null
	]);
	const line = [at('privileged', 9, true), at('early', 1), at('late', 5)];
	expect(placeIfAdmitted(line, at('me', 3), 0)).toBe(3);
	expect(placeIfAdmitted(line, at('me', 3, true), 0)).toBe(1);
	expect(placeIfAdmitted(line, at('me', 3), 3)).toBe(null);
});
