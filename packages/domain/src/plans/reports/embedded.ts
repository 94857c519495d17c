import type { HeldEvent } from './log.ts';
import type { Mismatch } from './mismatches.ts';

export type PlannedRow = { id: string; title: string; lastDay: string | null; cancelled: boolean };

/**
 * Where the report is a column of the plan itself: rows whose last day is over and of which nobody has told, and events
 * with nothing to show for them, neither a link nor a file.
 */
export function planMismatches(
	rows: readonly PlannedRow[],
	events: readonly HeldEvent[],
	today: string
): Mismatch[] {
	const held = new Set(events.map(({ rowId }) => rowId));
	const overdue = rows
		.filter(
			({ id, lastDay, cancelled }) => !cancelled && !held.has(id) && lastDay !== null && lastDay < today
		)
		.map(({ id, title, lastDay }): Mismatch => ({
			...{ kind: 'overdue', about: title, told: null, logged: null, path: null },
			on: lastDay,
			records: [{ kind: 'row', id }]
		}));
	const bare = events
		.filter(({ links, files }) => links.length === 0 && files === 0)
		.map(({ id, title, heldOn, participants }): Mismatch => ({
			...{ kind: 'no_evidence', about: title, told: participants, logged: null, path: null },
			on: heldOn,
			records: [{ kind: 'event', id }]
		}));
	return [...overdue, ...bare];
}
