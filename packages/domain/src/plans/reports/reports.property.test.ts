import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../calendar/index.ts';
import { validate } from '../../forms/index.ts';
import { profile as profiles } from '../../regulations/example-profiles.ts';
import type { RegulationProfile } from '../../regulations/index.ts';
import { changed, held } from './example-log.ts';
import type { ReportLog } from './log.ts';
import { matchEvents } from './matching.ts';
import { freeReportForm, fromLog, mismatches, refill, reportForm } from './index.ts';

const words = fc.string({ unit: fc.constantFrom(...'абвгдё «»,.😀\n'), minLength: 1, maxLength: 700 });
const name = words.map((text) => `Мероприятие ${text}`);
const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
const people = fc.nat(500);

const event = fc
	.record({ title: name, format: words, outcome: words, participants: people, heldOn: day })
	.map(({ title, participants, ...rest }) => held(title, participants, rest));
const work = fc.record({
	...{ id: fc.uuid(), title: words, cohort: words, on: day },
	link: fc.option(fc.webUrl()),
	author: fc.constantFrom('', 'Ольхова Т. В.')
});
const cohort = fc.record({ id: fc.uuid(), title: words, from: day, lastDay: day, interns: people });

/** Logs of any length, longer than a table of a form as well. */
const logs: fc.Arbitrary<ReportLog> = fc.record({
	events: fc.array(event, { maxLength: 130 }),
	changes: fc.array(
		fc.record({ title: name, reason: words }).map(({ title, reason }) => changed(title, { reason })),
		{ maxLength: 5 }
	),
	works: fc.array(work, { maxLength: 5 }),
	cohorts: fc.array(cohort, { maxLength: 3 })
});

const forms = profiles.map((one) => reportForm(one as RegulationProfile) ?? freeReportForm());

test('any form filled from any log is a sound draft, agrees with the log and stays the same when filled again', () => {
	fc.assert(
		fc.property(forms, logs, (form, log) => {
			const filled = fromLog(form, log);
			expect(validate(form, filled.answer, 'draft')).toEqual([]);
			expect(refill(form, filled.answer, { before: filled, fresh: filled })).toEqual({
				answer: filled.answer,
				replaced: [],
				kept: []
			});
			if (log.events.length <= 100)
				expect(mismatches(form, filled.answer, log).filter(({ kind }) => kind === 'participants')).toEqual(
					[]
				);
		}),
		{ numRuns: 60 }
	);
});

const title = fc.constantFrom(
	'Семинар',
	'Вебинар «Ошибка»',
	'вебинар ошибка',
	'Большой семинар Вебинар ошибка'
);
const told = fc
	.array(fc.record({ title, participants: fc.option(fc.nat(3)) }), { maxLength: 6 })
	.map((rows) => rows.map((row, index) => ({ ...row, path: `t.${index}` })));

test('matching loses nobody and names nobody twice', () => {
	fc.assert(
		fc.property(told, logs, fc.array(title, { maxLength: 6 }), (rows, { events }, names) => {
			const logged = events
				.slice(0, names.length)
				.map((event, index) => ({ ...event, title: names[index]! }));
			const matches = matchEvents(rows, logged);
			expect(
				matches
					.flatMap((match) => match.told)
					.map(({ path }) => path)
					.toSorted()
			).toEqual(rows.map(({ path }) => path).toSorted());
			expect(
				matches
					.flatMap((match) => match.logged)
					.map(({ id }) => id)
					.toSorted()
			).toEqual(logged.map(({ id }) => id).toSorted());
		})
	);
});
