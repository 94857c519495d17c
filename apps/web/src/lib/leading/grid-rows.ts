import type { Alerts } from '@stazhirovka/contract/alerts';
import type { Grid } from '@stazhirovka/contract/reporting';
import { byAlphabet, hasWords } from '@stazhirovka/domain/alphabet';
import { m } from '#lib/paraglide/messages.js';

type Cell = Grid['rows'][number]['cells'][number];
/** How a step stands and when it was done, or is to be; null: it is not on this path. */
export type GridCell = [tone: Cell['state'] | 'late', day: string | null] | null;
export type GridRow = Omit<Grid['rows'][number], 'cells' | 'late' | 'lastActiveAt'> & { cells: GridCell[] };
/** What people may stand under. */
const HEADS = ['tutor', 'organisation', 'group'] as const;

export type GridGroup = { title: string | null; rows: GridRow[] };
export type GridChoice = { search: string; by: 'none' | (typeof HEADS)[number]; attention: boolean };

/** The rows with their cells in the order of the steps: a page of hundreds of people carries nothing more. */
export function rowsOf({ steps, rows }: Pick<Grid, 'steps' | 'rows'>): GridRow[] {
	return rows.map(({ cells, late: _, lastActiveAt: __, ...row }) => {
		const found = new Map(cells.map((cell) => [cell.step, cell]));
		return { ...row, cells: steps.map(({ key }) => toCell(found.get(key))) };
	});
}

function toCell(cell: Cell | undefined): GridCell {
	if (!cell) return null;
	return [cell.late && cell.state !== 'done' ? 'late' : cell.state, cell.doneOn ?? cell.dueOn];
}

/** The alerts of the first people alone, and of whom there are any. */
export function firstAlerts({ alerts }: Alerts, most: number) {
	const people = [...new Set(alerts.map(({ enrolmentId }) => enrolmentId))];
	const first = new Set(people.slice(0, most));
	return { people, alerts: alerts.filter(({ enrolmentId }) => first.has(enrolmentId)) };
}

/** What the address asks to see. */
export function choiceOf(params: Pick<URLSearchParams, 'get'>): GridChoice {
	const by = HEADS.find((head) => head === params.get('by'));
	return {
		search: params.get('name') ?? '',
		by: by ?? 'none',
		attention: params.get('who') === 'attention'
	};
}

/** The rows that were asked for, under their heads; names come in their order already. */
export function groupsOf(rows: GridRow[], choice: GridChoice, attention: ReadonlySet<string>): GridGroup[] {
	const shown = rows.filter(
		({ person, enrolmentId }) =>
			hasWords([person.fullName], choice.search) && (!choice.attention || attention.has(enrolmentId))
	);
	if (choice.by === 'none') return shown.length ? [{ title: null, rows: shown }] : [];

	const { by } = choice;
	const headOf = (row: GridRow) => {
		if (by === 'tutor') return row.tutor?.fullName ?? m.progress_without_tutor();
		if (by === 'group') return row.workingGroup ?? m.progress_without_group();
		return row.organisation ?? m.progress_without_organisation();
	};
	return [...Map.groupBy(shown, headOf)]
		.map(([title, own]) => ({ title, rows: own }))
		.toSorted((one, other) => byAlphabet(one.title, other.title));
}
