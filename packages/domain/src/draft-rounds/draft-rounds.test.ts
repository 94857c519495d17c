import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	decideComment,
	decideShowing,
	drawReaders,
	draftWords,
	READERS,
	readingDue,
	roundState,
	type GivenReading,
	type ShownDraft
} from './index.ts';

const HOUR = 3_600_000;
const START = new Date('2027-02-01T09:00:00Z');
const after = (hours: number) => new Date(START.getTime() + hours * HOUR);
const CLOSES = after(24 * 14);
const round = { closesAt: CLOSES, closedAt: null };

function drafts(...schools: string[]): ShownDraft[] {
	return schools.map((organisation, n) => ({
		...{ id: `d${n}`, author: `a${n}`, organisation },
		...{ shownAt: START, waits: true }
	}));
}

const draw = (
	shown: ShownDraft[],
	{ readings = [] as GivenReading[], at = START, closesAt = CLOSES, seed = 7 } = {}
) => drawReaders({ drafts: shown, readings, closesAt, seed }, at);

test('a cohort has no round until one is opened, and it closes with its last day or by hand', () => {
	expect([
		roundState(null, START),
		roundState(round, START),
		roundState(round, CLOSES),
		roundState({ ...round, closedAt: START }, after(1))
	]).toEqual(['off', 'open', 'closed', 'closed']);
	expect(readingDue(round, START)).toEqual(after(48));
	expect(readingDue(round, after(24 * 14 - 5))).toEqual(CLOSES);
});

test('a draft is shown once, with something in it, before the work is published, while the round is open', () => {
	const fine = { state: 'open' as const, published: false, shown: false, empty: false };
	const told = (change: Partial<Parameters<typeof decideShowing>[0]>) => {
		const decided = decideShowing({ ...fine, ...change });
		return decided.ok ? 'ok' : decided.refusal.code;
	};
	expect([
		told({}),
		told({ state: 'off' }),
		told({ state: 'closed' }),
		told({ published: true }),
		told({ shown: true }),
		told({ empty: true })
	]).toEqual([
		'ok',
		'draft_round.closed',
		'draft_round.closed',
		'draft.published',
		'draft.shown_already',
		'draft.empty'
	]);
});

test('a comment is sent once, in its two days, while the round is open', () => {
	const fine = { state: 'open' as const, sentAt: null, lapsedAt: null, dueAt: after(48) };
	const told = (change: Partial<Parameters<typeof decideComment>[0]>, now = after(1)) => {
		const decided = decideComment({ ...fine, ...change }, now);
		return decided.ok ? 'ok' : decided.refusal.code;
	};
	expect([
		told({}),
		told({ sentAt: START }),
		told({ state: 'closed' }),
		told({ lapsedAt: START }),
		told({}, after(48))
	]).toEqual(['ok', 'draft.already_sent', 'draft_round.closed', 'draft.time_over', 'draft.time_over']);
	expect(draftWords({ seen: 'Цель названа', led: 'ученики её знают', advice: 'оставить' })).toBe(6);
});

test('of two authors one reads at once; the other’s draft waits a day for somebody else', () => {
	const shown = drafts('A', 'B');
	const first = draw(shown);
	expect(first.length).toBe(1);
	const readings = first.map((pair) => ({ ...pair, lapsed: false }));
	expect(draw(shown, { readings, at: after(23) })).toEqual([]);
	const second = draw(shown, { readings, at: after(24) });
	expect(second.length).toBe(1);
	expect([...first, ...second].map(({ reader }) => reader).toSorted()).toEqual(['a0', 'a1']);
});

test('colleagues read each other only after a day and only where nobody else is left', () => {
	expect(draw(drafts('A', 'A', 'A'))).toEqual([]);
	expect(draw(drafts('A', 'A', 'A'), { at: after(24) }).length).toBe(6);
	const mixed = drafts('A', 'A', 'A', 'B', 'B', 'C', 'C');
	const first = draw(mixed);
	const readings = first.map((pair) => ({ ...pair, lapsed: false }));
	const whole = [...first, ...draw(mixed, { readings, at: after(24) })];
	expect(whole.length).toBe(14);
	expect(whole.filter((pair) => isColleague(mixed, pair))).toEqual([]);
});

test('whoever was silent gets nothing more, and somebody else stands in', () => {
	const shown = drafts('A', 'B', 'C', 'D', 'E', 'F');
	const readings = draw(shown).map((pair) => ({ ...pair, lapsed: false }));
	const silent = readings[0]!.reader;
	const later = readings.map((one) => ({ ...one, lapsed: one.reader === silent }));
	const stood = draw(shown, { readings: later, at: after(48) });
	expect(stood.length).toBe(later.filter(({ lapsed }) => lapsed).length);
	expect(stood.some(({ reader }) => reader === silent)).toBe(false);
});

test('a published work needs no more readers, and its author still reads', () => {
	const shown = drafts('A', 'B', 'C', 'D', 'E').map((one, n) => ({ ...one, waits: n > 0 }));
	const pairs = draw(shown);
	expect(pairs.some(({ draft }) => draft === 'd0')).toBe(false);
	expect(pairs.length).toBe(8);
});

test('however authors come: no own draft, nobody twice, two readers at most, no colleague and no couple in the first day', () => {
	const schools = fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 1, maxLength: 14 });
	fc.assert(
		fc.property(schools, fc.nat(), (given, seed) => {
			const all = drafts(...given);
			let readings: GivenReading[] = [];
			for (let count = 1; count <= all.length; count++) {
				const fresh = draw(all.slice(0, count), { readings, seed, at: after(count / 10) });
				readings = [...readings, ...fresh.map((pair) => ({ ...pair, lapsed: false }))];
			}
			expect(readings.filter((pair) => isOwn(all, pair) || isColleague(all, pair))).toEqual([]);
			expect(readings.filter((pair) => readings.some((other) => isCouple(all, pair, other)))).toEqual([]);
			expect(new Set(readings.map(({ draft, reader }) => `${draft} ${reader}`)).size).toBe(readings.length);

			const lax = draw(all, { readings, seed, at: after(30) });
			const counts = all.map(({ id }) => [...readings, ...lax].filter(({ draft }) => draft === id).length);
			expect(Math.max(...counts)).toBeLessThanOrEqual(READERS);
			if (all.length > READERS) expect(Math.min(...counts)).toBe(READERS);
		}),
		{ numRuns: 60 }
	);
});

test('blindness: the same seed draws the same, another one somebody else', () => {
	const shown = drafts('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
	expect(draw(shown, { seed: 1 })).toEqual(draw(shown, { seed: 1 }));
	expect(draw(shown, { seed: 1 })).not.toEqual(draw(shown, { seed: 2 }));
});

type Pair = { draft: string; reader: string };
const draftOf = (all: ShownDraft[], id: string) => all.find((one) => one.id === id)!;
const isOwn = (all: ShownDraft[], { draft, reader }: Pair) => draftOf(all, draft).author === reader;
const isColleague = (all: ShownDraft[], { draft, reader }: Pair) =>
	all.find(({ author }) => author === reader)!.organisation === draftOf(all, draft).organisation;
const isCouple = (all: ShownDraft[], one: Pair, other: Pair) =>
	draftOf(all, one.draft).author === other.reader && draftOf(all, other.draft).author === one.reader;
