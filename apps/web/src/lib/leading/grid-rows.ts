import type { Alerts } from '@stazhirovka/contract/alerts';
import type { Grid } from '@stazhirovka/contract/reporting';
import { m } from '#lib/paraglide/messages.js';

export type GridRow = Grid['rows'][number];
export type GridGroup = { title: string | null; rows: GridRow[] };
export type GridChoice = { search: string; by: 'none' | 'tutor' | 'organisation'; attention: boolean };

/** What the address asks to see. */
export function choiceOf(params: Pick<URLSearchParams, 'get'>): GridChoice {
	const by = params.get('by');
	return {
		search: params.get('name') ?? '',
		by: by === 'tutor' || by === 'organisation' ? by : 'none',
		attention: params.get('who') === 'attention'
	};
}

/** Whose alerts there are. */
export function needing({ alerts }: Alerts): ReadonlySet<string> {
	return new Set(alerts.map(({ enrolmentId }) => enrolmentId));
}

/** The rows that were asked for, under their heads; names come in their order already. */
export function groupsOf(rows: GridRow[], choice: GridChoice, attention: ReadonlySet<string>): GridGroup[] {
	const words = choice.search.toLowerCase().split(/\s+/).filter(Boolean);
	const shown = rows.filter(({ person, enrolmentId }) => {
		const name = person.fullName.toLowerCase();
		return words.every((word) => name.includes(word)) && (!choice.attention || attention.has(enrolmentId));
	});
	if (choice.by === 'none') return shown.length ? [{ title: null, rows: shown }] : [];

	const headOf = ({ tutor, organisation }: GridRow) =>
		choice.by === 'tutor'
			? (tutor?.fullName ?? m.progress_without_tutor())
			: (organisation ?? m.progress_without_organisation());
	return [...Map.groupBy(shown, headOf)]
		.map(([title, own]) => ({ title, rows: own }))
		.toSorted((one, other) => one.title.localeCompare(other.title, 'ru'));
}
