import fc from 'fast-check';
import { addDays } from '../../calendar/index.ts';
import type { HeldEvent, PlanChange, ReportLog } from './log.ts';

let made = 0;

/** An event of the log; every one has an id of its own. */
export function held(title: string, participants: number, change: Partial<HeldEvent> = {}): HeldEvent {
	made += 1;
	return {
		...{ id: `e${made}`, rowId: `r${made}`, title, participants, format: 'семинар', delivery: 'очная' },
		...{ responsible: 'Вереснёва А. Т.', heldOn: '2027-03-05', outcome: 'Обсудили' },
		...{ links: [], files: 0 },
		...change
	};
}

export function changed(title: string, change: Partial<PlanChange> = {}): PlanChange {
	made += 1;
	return {
		...{ id: `c${made}`, rowId: `r${made}`, title, kind: 'cancelled', reason: 'Нет слушателей' },
		...{ on: '2027-02-01', before: null, after: null },
		...change
	};
}

export const NOTHING: ReportLog = { events: [], changes: [], works: [], cohorts: [] };

const words = fc.string({ unit: fc.constantFrom(...'абвгдё «»,.😀\n'), minLength: 1, maxLength: 700 });
const name = words.map((text) => `Мероприятие ${text}`);
const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
const people = fc.nat(500);

const event = fc
	.record({ title: name, format: words, outcome: words, participants: people, heldOn: day })
	.map(({ title, participants, ...rest }) => held(title, participants, rest));
const work = fc.record({
	...{ id: fc.uuid(), title: words, cohort: words, on: day },
	link: fc.option(fc.webUrl())
});
const cohort = fc.record({ id: fc.uuid(), title: words, from: day, lastDay: day, interns: people });

/** Logs of any length, longer than a table of a form as well. */
export const logs: fc.Arbitrary<ReportLog> = fc.record({
	events: fc.array(event, { maxLength: 130 }),
	changes: fc.array(
		fc.record({ title: name, reason: words }).map(({ title, reason }) => changed(title, { reason })),
		{ maxLength: 5 }
	),
	works: fc.array(work, { maxLength: 5 }),
	cohorts: fc.array(cohort, { maxLength: 3 })
});
