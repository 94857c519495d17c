import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay } from '../calendar/index.ts';
import { localTime } from '../tasks/index.ts';
import { bookingState, freeSeat, mayBook, mayClose, mayRelease, nextInLine, planSlots } from './index.ts';

const now = new Date('2027-01-18T07:00:00Z');
const MOSCOW = 'Europe/Moscow';
const opening = { day: '2027-01-20', from: '15:00', to: '16:10', minutes: 30, until: null };
const slot = {
	startsAt: new Date('2027-01-20T12:00:00Z'),
	places: 1,
	cancelHours: 24,
	cancelled: false,
	closed: false
};
const asked = { taken: 0, wait: false, clash: false };

function codeOf(result: { ok: boolean; refusal?: { code: string } }) {
	return result.ok ? 'ok' : result.refusal?.code;
}

test('R63 a stretch of a day is cut into whole consultations by the site’s clock', () => {
	expect(planSlots(opening, MOSCOW, now)).toEqual({
		ok: true,
		value: [
			{ startsAt: new Date('2027-01-20T12:00:00Z'), endsAt: new Date('2027-01-20T12:30:00Z') },
			{ startsAt: new Date('2027-01-20T12:30:00Z'), endsAt: new Date('2027-01-20T13:00:00Z') }
		]
	});
});

test('R63 a weekly series keeps its hour by the clock when the clock is moved', () => {
	const series = planSlots(
		{ ...opening, day: '2027-03-24', until: '2027-04-07', minutes: 60 },
		'Europe/Berlin',
		now
	);
	expect(series.ok && series.value.map(({ startsAt }) => startsAt.toISOString())).toEqual([
		'2027-03-24T14:00:00.000Z',
		'2027-03-31T13:00:00.000Z',
		'2027-04-07T13:00:00.000Z'
	]);
});

test.each([
	[{ day: '2027-02-30' }, 'consultation.day_wrong'],
	[{ from: '25:00' }, 'consultation.time_wrong'],
	[{ to: '15:20' }, 'consultation.backwards'],
	[{ to: '14:00' }, 'consultation.backwards'],
	[{ until: '2027-01-19' }, 'consultation.until_wrong'],
	[{ day: '2027-01-18', from: '10:00', to: '11:00' }, 'consultation.in_past'],
	[{ until: '2028-12-31' }, 'consultation.too_many']
])('R63 an opening with %o is refused', (change, code) => {
	expect(codeOf(planSlots({ ...opening, ...change }, MOSCOW, now))).toBe(code);
});

test('R63 whatever is opened, consultations follow one another, never meet, and stand within their stretch', () => {
	const minute = fc.integer({ min: 0, max: 23 * 60 + 59 });
	const clock = (of: number) =>
		`${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
	fc.assert(
		fc.property(minute, minute, fc.integer({ min: 5, max: 240 }), (a, b, minutes) => {
			const [from, to] = [clock(Math.min(a, b)), clock(Math.max(a, b))];
			const plan = planSlots({ ...opening, from, to, minutes, until: '2027-02-03' }, 'Asia/Novosibirsk', now);
			if (!plan.ok) return;
			plan.value.forEach(({ startsAt, endsAt }, place) => {
				const next = plan.value[place + 1];
				expect(endsAt.getTime() - startsAt.getTime()).toBe(minutes * 60_000);
				expect(next === undefined || next.startsAt >= endsAt).toBe(true);
				expect(localTime(startsAt, 'Asia/Novosibirsk') >= from).toBe(true);
				expect(localTime(endsAt, 'Asia/Novosibirsk') <= to).toBe(true);
				expect(localDay(startsAt, 'Asia/Novosibirsk')).toBe(localDay(endsAt, 'Asia/Novosibirsk'));
			});
		})
	);
});

test.each([
	['a free seat', slot, asked, 'ok'],
	['a taken one', slot, { ...asked, taken: 1 }, 'consultation.taken'],
	['a taken one, ready to wait', slot, { ...asked, taken: 1, wait: true }, 'consultation.taken'],
	['a full group', { ...slot, places: 3 }, { ...asked, taken: 3 }, 'consultation.full'],
	['a cancelled one', { ...slot, cancelled: true }, asked, 'consultation.cancelled'],
	['one that has begun', { ...slot, startsAt: now }, asked, 'consultation.begun'],
	['two at one time', slot, { ...asked, clash: true }, 'consultation.clash']
])('R63 booking %s', (_, facts, wish, code) => {
	expect(codeOf(mayBook(facts, wish, now))).toBe(code);
});

test('R63 who agrees to wait for a full group stands in its line', () => {
	expect(mayBook({ ...slot, places: 3 }, { ...asked, taken: 3, wait: true }, now)).toEqual({
		ok: true,
		value: 'line'
	});
});

test('R63 a seat may be given back until the stated hours before, a place in the line until the start', () => {
	const at = (moment: string) => new Date(moment);
	expect(codeOf(mayRelease(slot, true, at('2027-01-19T11:59:59Z')))).toBe('ok');
	expect(codeOf(mayRelease(slot, true, at('2027-01-19T12:00:00Z')))).toBe('consultation.release_late');
	expect(codeOf(mayRelease(slot, false, at('2027-01-20T11:59:59Z')))).toBe('ok');
	expect(codeOf(mayRelease(slot, false, at('2027-01-20T12:00:00Z')))).toBe('consultation.release_late');
});

test('R63 how it went is told after it has begun', () => {
	expect(codeOf(mayClose(slot, now))).toBe('consultation.not_begun');
	expect(codeOf(mayClose(slot, slot.startsAt))).toBe('ok');
	expect(codeOf(mayClose({ ...slot, cancelled: true }, slot.startsAt))).toBe('consultation.cancelled');
});

test('R63 a seat that became free goes to the first of the line who has the time', () => {
	expect(nextInLine([])).toBeUndefined();
	expect(
		nextInLine([
			{ id: 'a', busy: true },
			{ id: 'b', busy: false },
			{ id: 'c', busy: false }
		])?.id
	).toBe('b');
	expect([freeSeat([], 2), freeSeat([1, 3], 3), freeSeat([2, 1], 2)]).toEqual([1, 2, null]);
});

test('R63 the state of a booking follows from its facts', () => {
	const told = [
		{ seat: null, attended: null },
		{ seat: 1, attended: null },
		{ seat: 1, attended: true },
		{ seat: 1, attended: false }
	].map(bookingState);
	expect(told).toEqual(['waiting', 'booked', 'held', 'missed']);
});
