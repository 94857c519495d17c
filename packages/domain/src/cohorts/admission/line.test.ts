import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideEnrolment, type EnrolmentAction, type EnrolmentState } from '../index.ts';
import {
	freeSeats,
	isSchoolFull,
	lineUp,
	mayComeFrom,
	placeBehind,
	placeIfAdmitted,
	placeInLine,
	seatsBySchool,
	serve,
	usualHold,
	type InLine,
	type SchoolLimit
} from './index.ts';

type Enrolment = InLine & { state: EnrolmentState };
type Cohort = { capacity: number; perSchool: number | null; people: Enrolment[] };
type Turn = 'raise' | 'lower' | 'limit' | 'free';
type Act = { person: number; action: EnrolmentAction | Turn; priority: boolean };

const PEOPLE = 12;
const SEATED: EnrolmentState[] = ['confirmed', 'completed', 'invited'];
const SCHOOLS = ['Школа № 1', 'школа «№ 1»', 'Лицей', null];
const countOf = ({ people }: Cohort, ...states: EnrolmentState[]) =>
	people.filter(({ state }) => states.includes(state)).length;
const seatsOf = (cohort: Cohort) => ({
	capacity: cohort.capacity,
	taken: countOf(cohort, 'confirmed', 'completed'),
	held: countOf(cohort, 'invited')
});
const schoolsOf = ({ perSchool, people }: Cohort): SchoolLimit => {
	const seated = people.filter(({ state }) => SEATED.includes(state));
	return { perSchool, taken: seatsBySchool(seated.map(({ school }) => school)) };
};
const waitingIn = ({ people }: Cohort) => people.filter(({ state }) => state === 'waiting');

/** The list is served after whatever happens: nobody sits beside a free seat that somebody waits for. */
function served(cohort: Cohort): Cohort {
	const { seated } = serve(waitingIn(cohort), freeSeats(seatsOf(cohort)), schoolsOf(cohort));
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
	if (action === 'limit') return { ...cohort, perSchool: 1 + (person % 2) };
	if (action === 'free') return served({ ...cohort, perSchool: null });
	const one = cohort.people[person];
	if (!one || (BRINGS.includes(action) && !mayComeFrom(schoolsOf(cohort), one.school).ok)) return cohort;
	if (action === 'invite' && freeSeats(seatsOf(cohort)) === 0) return cohort;

	const decided = decideEnrolment(one.state, action);
	if (!decided.ok) return cohort;
	const applies = decided.value === 'applied' && one.state !== 'applied';
	const changed = { ...one, state: decided.value, ...(applies && { appliedAt: new Date(at), priority }) };
	return served({ ...cohort, people: cohort.people.map((each) => (each === one ? changed : each)) });
}

/** What a full school is refused: to apply, the word of its head, a row of a list, an invitation. */
const BRINGS: Act['action'][] = ['apply', 'ask_head', 'head_agrees', 'enter', 'invite'];
const ACTIONS = [
	...['apply', 'ask_head', 'head_agrees', 'head_refuses', 'queue', 'enter', 'decline', 'withdraw', 'leave'],
	...['invite', 'accept', 'lapse', 'transfer', 'expel', 'raise', 'lower', 'limit', 'free']
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
	perSchool: null,
	people: Array.from({ length: PEOPLE }, (_, n) => {
		const who = { id: String(n).padStart(2, '0'), priority: false, appliedAt: new Date(0) };
		return { ...who, school: SCHOOLS[n % SCHOOLS.length] ?? null, state: 'withdrawn' as const };
	})
});

test('seats and the seats of a school are never oversold and nobody is lost, whatever people do in whatever order', () => {
	fc.assert(
		fc.property(acts, fc.integer({ min: 1, max: 5 }), (story, capacity) => {
			let cohort = began(capacity);
			for (const [at, act] of story.entries()) {
				const [seatedBefore, schoolsBefore] = [countOf(cohort, ...SEATED), schoolsOf(cohort)];
				cohort = after(cohort, act, at + 1);
				// What was lowered takes nobody's seat away; it only gives none.
				expect(countOf(cohort, ...SEATED) <= Math.max(cohort.capacity, seatedBefore)).toBe(true);
				const { perSchool, taken } = schoolsOf(cohort);
				for (const [school, seats] of taken)
					expect(seats <= Math.max(perSchool ?? Infinity, schoolsBefore.taken.get(school) ?? 0)).toBe(true);
				expect(cohort.people.map(({ id }) => id)).toEqual(began(1).people.map(({ id }) => id));
				const couldSit = waitingIn(cohort).some(({ school }) => !isSchoolFull(schoolsOf(cohort), school));
				expect(couldSit && freeSeats(seatsOf(cohort)) > 0).toBe(false);
			}
		}),
		{ numRuns: 500 }
	);
});

test('R20: whoever is seated stood before everybody who goes on waiting, but for those whose school has its seats', () => {
	fc.assert(
		fc.property(acts, (story) => {
			let cohort = began(2);
			for (const [at, act] of story.entries()) {
				const line = lineUp(waitingIn(cohort)).map(({ id }) => id);
				const next = after(cohort, act, at + 1);
				const stateOf = (id: string) => next.people.find((one) => one.id === id)?.state;
				const last = line.findLastIndex((id) => stateOf(id) === 'confirmed');
				const passedBy = next.people.filter(({ id, state }) => {
					return state === 'waiting' && line.slice(0, Math.max(last, 0)).includes(id);
				});
				for (const { school } of passedBy) expect(isSchoolFull(schoolsOf(next), school)).toBe(true);
				cohort = next;
			}
		}),
		{ numRuns: 500 }
	);
});

test('R98: a school that has its seats is passed by, keeps its place in the list, and whoever names none is not counted', () => {
	const of = (id: string, school: string | null): InLine => {
		return { id, priority: false, appliedAt: new Date(0), school };
	};
	const line = [of('a', 'Школа № 1'), of('b', 'ШКОЛА «№ 1»'), of('c', null), of('d', null), of('e', 'Лицей')];
	const told = serve(line, 4, { perSchool: 1, taken: new Map() });
	expect(told.seated.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e']);
	expect(told.waiting.map(({ id }) => id)).toEqual(['b']);
	expect(serve(line, 1, { perSchool: 1, taken: new Map([['школа № 1', 1]]) }).seated[0]?.id).toBe('c');
	expect(serve(line, 2).seated.map(({ id }) => id)).toEqual(['a', 'b']);
	const full = { perSchool: 1, taken: new Map([['школа № 1', 1]]) };
	expect(placeIfAdmitted([of('a', 'Школа № 1')], of('z', 'Лицей'), 1, full)).toBe(null);
	expect(placeIfAdmitted([of('a', 'Школа № 1')], of('z', 'Школа № 1'), 1, full)).toBe(2);
});

test('R20: a privilege goes first, then the earlier application, then the earlier entry', () => {
	const at = (id: string, minute: number, priority = false): InLine => {
		return { id, priority, appliedAt: new Date(minute * 60_000), school: null };
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
		return { id, priority, appliedAt: new Date(minute * 60_000), school: null };
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
