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
