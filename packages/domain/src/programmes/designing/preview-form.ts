import type { FormDefinition } from '../../forms/index.ts';
import { diagnosticCard } from '../cards/diagnostic-card.ts';
import { finalWorkCard } from '../cards/final-work-card.ts';
import { cardOf, leastSelfAnalysis } from '../cards/forms-of.ts';
import { peerCard } from '../cards/peer-card.ts';
import { surveyCard } from '../cards/survey-card.ts';
import { taskCard } from '../cards/task-card.ts';
import type { ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';
import { lacksOf } from './lacks.ts';
import { readable } from './readable.ts';

/** One thing of a programme that an intern fills in. */
export type Previewed =
	| { of: 'card' | 'task' | 'item'; key: string }
	| { of: 'diagnostic' | 'rubric' | 'survey' | 'final_work' };

/** `definition`: what would be filled in, `null` while it cannot be drawn; `lacks` says what is missing. */
export type Preview = { definition: FormDefinition | null; lacks: Finding[] };

/**
 * What an intern would be given to fill in, from a draft in any state: the very form that publishing gives, as soon as
 * there is enough of it to be drawn. Never throws, whatever the draft is.
 */
export function previewForm(draft: unknown, previewed: Previewed): Preview {
	return previewIn(readable(draft), previewed);
}

/** The same from a draft that was read before. */
export function previewIn(document: ProgrammeDocument, previewed: Previewed): Preview {
	const place = placeOf(previewed);
	const definition = definitionOf(document, previewed);
	if (!definition) return { definition: null, lacks: [error(place, 'reference.missing', { key: place })] };

	const { findings, drawable } = lacksOf(definition, place);
	return { definition: drawable ? definition : null, lacks: findings };
}

function definitionOf(document: ProgrammeDocument, previewed: Previewed): FormDefinition | undefined {
	switch (previewed.of) {
		case 'card':
			return cardNamed(document, previewed.key);
		case 'task': {
			const task = document.tasks.find(({ key }) => key === previewed.key);
			return task && taskCard(document, task, leastSelfAnalysis(document));
		}
		case 'item': {
			const items = document.diagnostic.items.filter(({ key }) => key === previewed.key).slice(0, 1);
			return items.length > 0
				? diagnosticCard({ ...document, diagnostic: { ...document.diagnostic, items } })
				: undefined;
		}
		case 'diagnostic':
			return diagnosticCard(document);
		case 'rubric':
			return peerCard(document);
		case 'survey':
			return surveyCard(document);
		case 'final_work':
			return finalWorkCard(document);
	}
}

/** Parts of the cards of tasks: shown as they stand in the first task. */
const OF_TASKS = ['self_check', 'self_analysis'];

function cardNamed(document: ProgrammeDocument, key: string): FormDefinition | undefined {
	const form = Object.hasOwn(document.forms, key) ? document.forms[key] : undefined;
	if (!form) return undefined;
	if (!OF_TASKS.includes(key)) return cardOf(document, key, form)[0];

	const [task] = document.tasks;
	const card = task && taskCard(document, task, leastSelfAnalysis(document));
	return card && { ...card, title: form.title, sections: card.sections.filter((part) => part.key === key) };
}

function placeOf(previewed: Previewed): string {
	switch (previewed.of) {
		case 'card':
			return `forms.${previewed.key}`;
		case 'task':
			return `tasks.${previewed.key}`;
		case 'item':
			return `diagnostic.items.${previewed.key}`;
		default:
			return previewed.of;
	}
}
