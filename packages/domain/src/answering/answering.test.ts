import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkingDay } from '../calendar/index.ts';
import {
	AGREEMENT,
	agreementFaults,
	answerBy,
	checkSums,
	figuresOf,
	isWorkingMoment,
	questionsIn,
	waitingOf,
	workingHours,
	type Turn
} from './index.ts';

const MOSCOW = 'Europe/Moscow';
const at = (moment: string) => new Date(`${moment}+03:00`);
const zones = fc.constantFrom(MOSCOW, 'Asia/Kamchatka', 'Europe/Kaliningrad', 'Europe/Berlin');
const moments = fc
	.date({ min: new Date('2026-12-01T00:00:00Z'), max: new Date('2027-06-30T00:00:00Z'), noInvalidDate: true })
	.map((moment) => new Date(Math.floor(moment.getTime() / 60_000) * 60_000));

/** 2027: Friday 22 January, Monday 25 January, Tuesday 23 February is a holiday, 1–8 January are. */
test.each([
	['within a morning', '2027-01-20T09:00', '2027-01-20T11:30', 2.5],
	['from Friday evening to Monday morning', '2027-01-22T19:00', '2027-01-25T09:00', 2],
	['over a night', '2027-01-20T19:30', '2027-01-21T08:30', 1],
	['asked at night', '2027-01-20T23:00', '2027-01-21T09:00', 1],
	['asked on a Sunday', '2027-01-24T12:00', '2027-01-25T10:00', 2],
	['over the holiday of 23 February', '2027-02-22T18:00', '2027-02-24T10:00', 4],
	['over the New Year', '2026-12-30T12:00', '2027-01-11T08:00', 8],
	['a whole working day', '2027-01-20T00:00', '2027-01-21T00:00', 12],
	['no time at all', '2027-01-20T09:00', '2027-01-20T09:00', 0],
	['answered before it was asked, by another clock', '2027-01-20T09:00', '2027-01-20T08:00', 0]
])('an answer %s takes its working hours', (_, from, to, hours) => {
	expect(workingHours(at(from), at(to), AGREEMENT, MOSCOW)).toBe(hours);
});

test.each([
	['on a Wednesday morning', '2027-01-20T09:00', '2027-01-22T09:00'],
	['at night', '2027-01-20T23:00', '2027-01-22T20:00'],
	['on a Friday evening', '2027-01-22T19:00', '2027-01-26T19:00'],
	['before the holidays', '2026-12-30T12:00', '2027-01-12T12:00']
])('24 working hours after a question %s', (_, since, until) => {
	expect(answerBy(at(since), AGREEMENT, MOSCOW)).toEqual(at(until));
});

test('working hours add up, never shrink, and never pass the clock', () => {
	fc.assert(
		fc.property(moments, moments, moments, zones, (a, b, c, zone) => {
			const [x, y, z] = [a, b, c].toSorted((m, n) => m.getTime() - n.getTime()) as [Date, Date, Date];
			const [first, second, whole] = [
				workingHours(x, y, AGREEMENT, zone),
				workingHours(y, z, AGREEMENT, zone),
				workingHours(x, z, AGREEMENT, zone)
			];
			expect(first + second).toBeCloseTo(whole, 9);
			expect(first).toBeGreaterThanOrEqual(0);
			expect(whole).toBeLessThanOrEqual((z.getTime() - x.getTime()) / 3_600_000 + 1e-9);
		}),
		{ numRuns: 60 }
	);
});

test('the moment to answer by is exactly the agreed hours away, and within working hours', () => {
	fc.assert(
		fc.property(moments, fc.integer({ min: 1, max: 60 }), zones, (since, hours, zone) => {
			const agreement = { ...AGREEMENT, hours };
			const until = answerBy(since, agreement, zone);
			expect(workingHours(since, until, agreement, zone)).toBeCloseTo(hours, 9);
			expect(isWorkingMoment(new Date(until.getTime() - 1), agreement, zone)).toBe(true);
			expect(waitingOf(since, until, agreement, zone).late).toBe(false);
			expect(waitingOf(since, new Date(until.getTime() + 1), agreement, zone).late).toBe(true);
		}),
		{ numRuns: 100 }
	);
});

test('weekends and the holidays of the law are not worked', () => {
	const days = [
		'2027-01-08',
		'2027-01-11',
		'2027-02-22',
		'2027-02-23',
		'2027-05-08',
		'2027-06-12',
		'2027-11-04'
	];
	expect(days.map(isWorkingDay)).toEqual([false, true, true, false, false, false, false]);
});

test('an agreement that gives tutors no hours is refused part by part', () => {
	const codes = (change: object) => agreementFaults({ ...AGREEMENT, ...change }).map(({ code }) => code);
	expect(codes({})).toEqual([]);
	expect(codes({ hours: 0 })).toEqual(['answering.hours_wrong']);
	expect(codes({ hours: 2.5, wakesAt: '8:00' })).toEqual(['answering.hours_wrong', 'answering.time_wrong']);
	expect(codes({ wakesAt: '20:00' })).toEqual(['answering.no_day']);
});

function said(...turns: ('intern' | 'staff')[]): Turn[] {
	return turns.map((by, place) => ({
		...{ seq: place + 1, by, authorId: `${by}-${place + 1}` },
		at: new Date(Date.UTC(2027, 0, 20, 6, place))
	}));
}

test('messages one after another are one question, and a word of the staff answers it', () => {
	const found = questionsIn(said('staff', 'intern', 'intern', 'staff', 'staff', 'intern'));
	expect(found.map(({ seq, lastSeq, askedBy, answeredAt }) => [seq, lastSeq, askedBy, answeredAt])).toEqual([
		[2, 3, 'intern-2', new Date(Date.UTC(2027, 0, 20, 6, 3))],
		[6, 6, 'intern-6', null]
	]);
});

test('«ответ не нужен» closes what was said until then, and what comes after it is a new question', () => {
	const turns = said('intern', 'intern', 'intern');
	const waiting = (places: number[]) =>
		questionsIn(turns, places).flatMap(({ seq, waived }) => (waived ? [] : [seq]));
	expect([waiting([]), waiting([2]), waiting([3]), waiting([2, 3])]).toEqual([[1], [3], [], []]);
});

test('every message of an intern belongs to one question, and only the last one of a conversation can wait', () => {
	const turns = fc.array(fc.constantFrom('intern' as const, 'staff' as const), { maxLength: 40 });
	fc.assert(
		fc.property(turns, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }), (kinds, waived) => {
			const all = said(...kinds);
			const found = questionsIn(all, waived);
			for (const { seq } of all.filter(({ by }) => by === 'intern'))
				expect(found.filter((one) => one.seq <= seq && seq <= one.lastSeq)).toHaveLength(1);
			const open = found.filter(({ answeredAt, waived }) => answeredAt === null && !waived);
			expect(open.length).toBeLessThanOrEqual(1);
			expect(open.length === 0 || found.at(-1) === open[0]).toBe(true);
		})
	);
});

test('the figures of a cohort: median, share in time, who waits and who waits too long', () => {
	const asked = (since: string, answered: string | null, waived = false) => ({
		...{ since: at(since), answeredAt: answered === null ? null : at(answered), waived }
	});
	const questions = [
		asked('2027-01-18T09:00', '2027-01-18T11:00'),
		asked('2027-01-18T09:00', '2027-01-18T13:00'),
		asked('2027-01-18T09:00', '2027-01-20T15:00'),
		asked('2027-01-18T09:00', null),
		asked('2027-01-21T09:00', null),
		asked('2027-01-18T09:00', null, true)
	];
	expect(figuresOf(questions, at('2027-01-21T12:00'), AGREEMENT, MOSCOW)).toEqual({
		...{ asked: 5, answered: 3, waiting: 2, late: 1 },
		medianHours: 4,
		inTime: 2 / 4
	});
	expect(figuresOf([], at('2027-01-21T12:00'), AGREEMENT, MOSCOW)).toMatchObject({
		medianHours: null,
		inTime: null
	});
});

test('R75: what a tutor has checked is summed as the figures of a cohort are, over how many interns and after how long', () => {
	const decision = fc
		.tuple(fc.constantFrom('a', 'b', 'c'), moments, fc.nat(120))
		.map(([who, sentAt, hours]) => ({
			...{ enrolmentId: who, sentAt },
			decidedAt: new Date(sentAt.getTime() + hours * 3_600_000)
		}));
	fc.assert(
		fc.property(fc.array(decision, { minLength: 1, maxLength: 12 }), zones, (checks, zone) => {
			const sums = checkSums(checks, AGREEMENT, zone);
			const asked = checks.map(({ sentAt, decidedAt }) => ({
				...{ since: sentAt, answeredAt: decidedAt, waived: false }
			}));
			const { inTime, answered } = figuresOf(asked, new Date('2028-01-01'), AGREEMENT, zone);
			expect([sums.checked, sums.inTime / sums.checked]).toEqual([answered, inTime]);
			expect(sums.people).toBe(new Set(checks.map(({ enrolmentId }) => enrolmentId)).size);
			expect(sums.spread.reduce((sum, { count }) => sum + count, 0)).toBe(checks.length);
		})
	);
});
