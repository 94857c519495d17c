import type { ProgrammeDocument } from '../document.ts';

/** Cards of module 1, in the order in which they are met (R84, R87, R89, R94); a programme's own come after them. */
const FIRST = ['correlation_card', 'blank_plan', 'competence_analysis_card', 'route_form'];

/** What has a page of its own, or is a part of every task: no activity opens it. */
const APART = new Set([
	...['deficit_card', 'self_check', 'self_analysis', 'effectiveness_card'],
	...['diagnostic', 'final_work', 'peer_rubric', 'survey', 'feedback_survey']
]);
const FILLED = new Set(['matrix', 'table', 'rating_grid', 'form']);

/** Keys of the cards that an intern opens from an activity and hands in: those of the platform and a programme's own. */
export function openedCards({ forms }: Pick<ProgrammeDocument, 'forms'>): string[] {
	const own = Object.entries(forms).flatMap(([key, { type }]) =>
		FIRST.includes(key) || APART.has(key) || !FILLED.has(type) ? [] : [key]
	);
	return [...FIRST.filter((key) => Object.hasOwn(forms, key)), ...own];
}
