import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import {
	ALERT_KINDS,
	ALERT_RULES,
	alertRuleFaults,
	alertsOf,
	type AlertRules,
	type Watched
} from './index.ts';

const START = '2027-01-18';
const NONE: AlertRules = { silent: null, unchecked: null, deadline: null, review: null };
const quiet: Watched = { today: START, startsOn: START, lastActiveOn: null, steps: [], unchecked: [] };
const open = (key: string, dueOn: string | null, kind = 'task') => ({
	key,
	kind,
	state: 'open' as const,
	dueOn
});

test.each([
	['on the fourth day of silence', { ...quiet, today: '2027-01-22', steps: [open('a', null)] }, []],
	[
		'on the fifth',
		{ ...quiet, today: '2027-01-23', steps: [open('a', null)] },
		[['silent', null, START, 5, 1]]
	],
	['before the first day', { ...quiet, today: '2027-01-10', steps: [open('a', null)] }, []],
	['when all waits for others', { ...quiet, today: '2027-02-10', steps: [] }, []],
	[
		'counted from the last trace',
		{ ...quiet, today: '2027-01-27', lastActiveOn: '2027-01-22', steps: [open('a', null)] },
		[['silent', null, '2027-01-22', 5, 1]]
	],
	[
		'what lies longest stands for the others',
		{
			...quiet,
			today: '2027-01-21',
			unchecked: [
				{ step: 'b', since: '2027-01-17' },
				{ step: 'a', since: '2027-01-16' },
				{ step: 'c', since: '2027-01-20' }
			]
		},
		[['unchecked', 'a', '2027-01-16', 5, 2]]
	],
	[
		'a day that is near, and one that is over',
		{ ...quiet, steps: [open('far', '2027-01-21'), open('near', '2027-01-20'), open('over', '2027-01-17')] },
		[['deadline', 'over', '2027-01-17', 1, 2]]
	],
	[
		'reviews are near until their day is over',
		{ ...quiet, steps: [open('reviews', START, 'reviews')] },
		[['deadline', 'reviews', START, 0, 1]]
	],
	[
		'and owed afterwards',
		{ ...quiet, steps: [open('reviews', '2027-01-17', 'reviews')] },
		[['review', 'reviews', '2027-01-17', 1, 1]]
	]
])('an alert: %s', (_, watched, expected) => {
	const found = alertsOf(ALERT_RULES, watched);
	expect(found.map(({ kind, step, since, days, count }) => [kind, step, since, days, count])).toEqual(
		expected
	);
});

/** A life, day by day: what the intern did, what was sent and looked at, what was to be done until when. */
const lives = fc.record({
	length: fc.integer({ min: 0, max: 40 }),
	before: fc.integer({ min: 0, max: 5 }),
	active: fc.uniqueArray(fc.integer({ min: -5, max: 40 })),
	sent: fc.array(
		fc.record({ on: fc.integer({ min: 0, max: 40 }), looked: fc.integer({ min: 1, max: 20 }) }),
		{
			maxLength: 5
		}
	),
	owed: fc.array(
		fc.record({
			due: fc.option(fc.integer({ min: -3, max: 45 })),
			handedIn: fc.integer({ min: 0, max: 60 }),
			reviews: fc.boolean(),
			begun: fc.boolean()
		}),
		{ maxLength: 6 }
	)
});
const someRules = fc.record({
	silent: fc.option(fc.integer({ min: 1, max: 10 })),
	unchecked: fc.option(fc.integer({ min: 1, max: 10 })),
	deadline: fc.option(fc.integer({ min: 0, max: 10 })),
	review: fc.option(fc.integer({ min: 1, max: 10 }))
});
type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** What is known on the last day of a life. */
function watchedIn({ length, before, active, sent, owed }: Life): Watched {
	const dayOf = (n: number) => addDays(START, n);
	const past = active.filter((n) => n <= length);
	return {
		today: dayOf(length),
		startsOn: dayOf(before),
		lastActiveOn: past.length ? dayOf(Math.max(...past)) : null,
		unchecked: sent.flatMap(({ on, looked }, n) =>
			on <= length && on + looked > length ? [{ step: `s${n}`, since: dayOf(on) }] : []
		),
		steps: owed.map(({ due, handedIn, reviews, begun }, n) => ({
			key: `o${n}`,
			kind: reviews ? 'reviews' : 'task',
			state: handedIn <= length ? 'done' : begun ? 'open' : 'locked',
			dueOn: due === null ? null : dayOf(due)
		}))
	};
}

/** The same told by walking the days one by one, with a counter for each thing that is waited for. */
function walked(life: Life, rules: AlertRules): [string, number, number][] {
	const { length, before, active, sent, owed } = life;
	let silent = 0;
	const lies = sent.map(() => -1);
	const overdue = owed.map(() => 0);
	for (let today = -5; today <= length; today += 1) {
		silent = active.includes(today) || today <= before ? 0 : silent + 1;
		sent.forEach(({ on, looked }, n) => {
			lies[n] = today < on || today >= on + looked ? -1 : (lies[n] ?? -1) + 1;
		});
		owed.forEach(({ due }, n) => {
			overdue[n] = today - (due ?? Infinity);
		});
	}
	const free = owed.some(({ handedIn, begun }) => handedIn > length && begun);
	const late = overdue.filter(
		(days, n) => Number.isFinite(days) && owed[n]!.handedIn > length && !(owed[n]!.reviews && days > 0)
	);
	const reviews = overdue.filter(
		(days, n) => Number.isFinite(days) && owed[n]!.handedIn > length && owed[n]!.reviews
	);
	const all: Record<string, number[]> = {
		silent: free && length >= before ? [silent] : [],
		unchecked: lies.filter((days) => days >= 0),
		deadline: late,
		review: reviews
	};
	return ALERT_KINDS.flatMap((kind): [string, number, number][] => {
		const limit = rules[kind];
		if (limit === null) return [];
		const hit = all[kind]!.filter((days) => (kind === 'deadline' ? -days <= limit : days >= limit));
		return hit.length ? [[kind, Math.max(...hit), hit.length]] : [];
	});
}

test('alerts of any life are those that a walk through its days counts', () => {
	fc.assert(
		fc.property(lives, someRules, (life, rules) => {
			const found = alertsOf(rules, watchedIn(life));
			expect(found.map(({ kind, days, count }) => [kind, days, count])).toEqual(walked(life, rules));
		}),
		{ numRuns: 500 }
	);
});

test('a wider rule never loses an alert, and no rule gives none', () => {
	fc.assert(
		fc.property(lives, fc.integer({ min: 1, max: 9 }), (life, days) => {
			const watched = watchedIn(life);
			const kindsBy = (rules: AlertRules) => alertsOf(rules, watched).map(({ kind }) => kind);
			const strict = { silent: days + 1, unchecked: days + 1, deadline: days, review: days + 1 };
			const wide = { silent: days, unchecked: days, deadline: days + 1, review: days };
			expect(kindsBy(wide)).toEqual(expect.arrayContaining(kindsBy(strict)));
			expect(kindsBy(NONE)).toEqual([]);
		})
	);
});

test('rules name whole days within their limits, or nothing', () => {
	expect(alertRuleFaults(ALERT_RULES)).toEqual([]);
	expect(alertRuleFaults(NONE)).toEqual([]);
	expect(alertRuleFaults({ silent: 0, unchecked: 61, deadline: 1.5, review: 1 })).toEqual([
		{ field: 'silent', code: 'alerts.days_wrong', least: 1, most: 60 },
		{ field: 'unchecked', code: 'alerts.days_wrong', least: 1, most: 60 },
		{ field: 'deadline', code: 'alerts.days_wrong', least: 0, most: 30 }
	]);
});
