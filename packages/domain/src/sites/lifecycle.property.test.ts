import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, lastDayOf, lastDayOfMonths } from '../calendar/index.ts';
import { ACTS, type RegulationProfile } from '../regulations/index.ts';
import {
	earlyGrounds,
	extensionFaults,
	grantFaults,
	pauseFaults,
	terminationFaults,
	type ActFacts
} from './deciding.ts';
import { unmet, type Evidence } from './demands.ts';
import { day, profiles } from './example-profiles.ts';
import { covers, periodsOf, statusOn, type StatusDecision } from './status.ts';

const evidence: fc.Arbitrary<Evidence> = fc.record({
	completeness: fc.boolean(),
	expertise: fc.constantFrom('positive', 'negative', 'split', null),
	council: fc.constantFrom('for', 'against', null),
	proposal: fc.boolean()
});
const act: fc.Arbitrary<ActFacts> = fc.record({ kind: fc.constantFrom(...ACTS), signedOn: day });
const programme = fc.option(fc.tuple(day, day).map(([from, to]) => ({ from, to })));
/** Days near the act: otherwise nearly everything would be refused for its dates alone. */
const later = fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 900 }));

const attempt = fc.record({
	kind: fc.constantFrom('grant', 'grant', 'extend', 'suspend', 'resume', 'terminate'),
	act,
	begins: later,
	lasts: fc.integer({ min: -2, max: 1900 }),
	exact: fc.boolean(),
	evidence: fc.oneof(
		evidence,
		fc.constant<Evidence>({ completeness: true, expertise: 'positive', council: 'for', proposal: true })
	),
	programme,
	ground: fc.constantFrom(
		'programme_term_ended',
		'obstacles',
		'programme_done_early',
		'activity_report_mismatch'
	),
	minutes: fc.boolean(),
	proposal: fc.boolean()
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

/** Tries everything in its order and keeps what the rules let through, as the service does. */
function live(profile: RegulationProfile, attempts: Attempt[]) {
	const history: StatusDecision[] = [];
	const granted: (Attempt & { from: string; lastDay: string })[] = [];

	for (const tried of attempts) {
		const from = addDays(tried.act.signedOn, tried.begins);
		const lastDay = tried.exact ? bound(profile, tried, from) : addDays(from, tried.lasts);
		const given = { act: tried.act, history, from, lastDay, programme: tried.programme };
		const faults = {
			grant: () => grantFaults(profile, { ...given, theme: 'Тема', evidence: tried.evidence }),
			extend: () => extensionFaults(profile, { ...given, programmePaper: true }),
			suspend: () => pauseFaults(profile, { ...given, kind: 'suspend' }),
			resume: () => pauseFaults(profile, { ...given, kind: 'resume' }),
			terminate: () => terminationFaults(profile, { ...given, ...tried })
		}[tried.kind as StatusDecision['kind']]();
		if (faults.length) continue;

		const kind = tried.kind as StatusDecision['kind'];
		if (kind === 'grant') granted.push({ ...tried, from, lastDay });
		const named = kind === 'grant' || kind === 'extend';
		const works = kind === 'extend' ? tried.act.signedOn : from;
		history.push({ kind, from: works, lastDay: named ? lastDay : null });
	}
	return { history, granted };
}

/** A last day that the profile could accept. */
function bound({ status: { term } }: RegulationProfile, { programme }: Attempt, from: string): string {
	if (term.kind === 'max_duration') return lastDayOfMonths(from, term.max_months ?? 1);
	if (term.kind === 'bound_to_project') return lastDayOf(term.ends ?? from);
	return programme?.to ?? addDays(from, 300);
}

const lives = fc
	.tuple(profiles, fc.array(attempt, { minLength: 1, maxLength: 8 }))
	.map(([profile, attempts]) => ({ profile, ...live(profile, attempts) }));

test('R3–R11: no status is ever active without what its profile demands', () => {
	let met = 0;
	fc.assert(
		fc.property(lives, ({ profile, granted }) => {
			met += granted.length;
			for (const { act, evidence, from, lastDay, programme } of granted) {
				const { status } = profile;
				expect(status.granted_by).not.toBe(null);
				expect(act.kind).toBe(status.act);
				expect(from >= act.signedOn && lastDay >= from).toBe(true);
				expect(unmet(profile, evidence)).toEqual([]);
				const votes = status.decided_by_body !== null;
				if (status.expertise.required === true)
					expect(votes ? ['positive', 'split'] : ['positive']).toContain(evidence.expertise);
				if (status.on_submission_of !== null) expect(evidence.proposal).toBe(true);
				if (status.decided_by_body !== null) expect(evidence.council).toBe('for');
				if (status.term.kind === 'max_duration')
					expect(lastDay <= lastDayOfMonths(from, status.term.max_months ?? 0)).toBe(true);
				if (status.term.kind === 'bound_to_programme') expect(lastDay).toBe(programme?.to);
				if (status.term.kind === 'bound_to_project') expect(lastDay).toBe(lastDayOf(status.term.ends ?? ''));
			}
		}),
		{ numRuns: 3000 }
	);
	expect(met).toBeGreaterThan(100);
});

test('periods never meet, go forward, and begin only where something was granted or resumed', () => {
	fc.assert(
		fc.property(lives, ({ history }) => {
			const periods = periodsOf(history);
			periods.forEach(({ from, lastDay }, place) => {
				expect(lastDay >= addDays(from, -1)).toBe(true);
				const next = periods[place + 1];
				if (next) expect(lastDay < next.from).toBe(true);
			});
			const beginnings = history.filter(({ kind }) => kind === 'grant').map(({ from }) => from);
			expect(periods.every(({ from }) => from >= (beginnings[0] ?? '9'))).toBe(true);
		}),
		{ numRuns: 2000 }
	);
});

test('past days are reproducible: what is decided later changes nothing before its own day', () => {
	fc.assert(
		fc.property(lives, day, ({ history }, on) => {
			const known = history.filter(({ from }) => from <= on);
			const seenThen = statusOn(periodsOf(known), on);
			const seenNow = statusOn(periodsOf(history), on);
			// A grant that begins later is known later, too: on that day it was nothing or a status that had ended.
			expect(seenNow === 'upcoming' ? null : seenNow).toBe(seenThen === 'upcoming' ? null : seenThen);
		}),
		{ numRuns: 2000 }
	);
});

test('R21, R34: after a termination no day is active until something is granted anew', () => {
	fc.assert(
		fc.property(lives, ({ history }) => {
			const periods = periodsOf(history);
			history.forEach(({ kind, from }, place) => {
				if (kind !== 'terminate') return;
				const anew = history.slice(place + 1).find((next) => next.kind === 'grant')?.from;
				if (anew !== from) expect(statusOn(periods, from)).toBe('terminated');
			});
		}),
		{ numRuns: 2000 }
	);
});

test('a period is covered exactly when each of its days is active', () => {
	fc.assert(
		fc.property(lives, day, fc.integer({ min: -2, max: 60 }), ({ history }, from, length) => {
			const periods = periodsOf(history);
			const days = Array.from({ length: length + 1 }, (_, n) => addDays(from, n));
			const each = days.length > 0 && days.every((one) => statusOn(periods, one) === 'active');
			expect(covers(periods, from, addDays(from, length))).toBe(each);
		})
	);
});

test('R21–R24: a status ends early only on a ground of its profile, with the papers that it asks for', () => {
	fc.assert(
		fc.property(profiles, attempt, (profile, tried) => {
			const from = tried.act.signedOn;
			const history = [{ kind: 'grant', from: addDays(from, -10), lastDay: addDays(from, 10) }] as const;
			const faults = terminationFaults(profile, { ...tried, history, from });
			const { termination, status, bodies } = profile;
			const councils = [status.decided_by_body, ...bodies.map(({ title }) => title)];
			const decides = termination.decided_by;
			const early = earlyGrounds(profile).map(({ code }) => code as string);
			const lawful =
				(termination.grounds.length === 0 || early.includes(tried.ground)) &&
				(status.act === null || status.act === tried.act.kind) &&
				(termination.on_submission_of == null || tried.proposal) &&
				(decides === status.granted_by || decides === null || !councils.includes(decides) || tried.minutes);
			expect(faults.length === 0).toBe(lawful);
		}),
		{ numRuns: 2000 }
	);
});
