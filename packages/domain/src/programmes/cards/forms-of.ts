import type { FormDefinition } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeForm } from '../document.ts';
import { readMinLength } from '../reading/texts.ts';
import { diagnosticCard } from './diagnostic-card.ts';
import { finalWorkCard } from './final-work-card.ts';
import { formCard } from './form-card.ts';
import { matrixCard } from './matrix-card.ts';
import { peerCard } from './peer-card.ts';
import { ratingCard } from './rating-card.ts';
import { routeCard } from './route-card.ts';
import { surveyCard } from './survey-card.ts';
import { tableCard } from './table-card.ts';
import { taskCard } from './task-card.ts';

/**
 * Every card of a programme as a form: the cards of `forms` under their own keys, `task:<KEY>` for each task,
 * `final_work`, `peer_rubric`, `survey` and `diagnostic`.
 */
export function formsOf(document: ProgrammeDocument): FormDefinition[] {
	const minLength = leastSelfAnalysis(document);
	return [
		...Object.entries(document.forms).flatMap(([key, form]) => cardOf(document, key, form)),
		...document.tasks.map((task) => taskCard(document, task, minLength)),
		finalWorkCard(document),
		peerCard(document),
		surveyCard(document),
		diagnosticCard(document)
	];
}

/** How long an answer of a self-analysis is at least, in characters, where the programme says it. */
export function leastSelfAnalysis({ forms }: ProgrammeDocument): number | undefined {
	return readMinLength(forms.self_analysis?.rule ?? '') ?? undefined;
}

/** The deficit card is made by the system; self-check and self-analysis are parts of the tasks. */
export function cardOf(document: ProgrammeDocument, key: string, form: ProgrammeForm): FormDefinition[] {
	if (key === 'route_form') return [routeCard(document, key, form)];

	switch (form.type) {
		case 'matrix':
			return [matrixCard(document, key, form)];
		case 'table':
			return [tableCard(document, key, form)];
		case 'rating_grid':
			return [ratingCard(document, key, form)];
		case 'form':
			return [formCard(document, key, form)];
		default:
			return [];
	}
}
