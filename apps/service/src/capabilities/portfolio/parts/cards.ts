import { readOccasion } from '@stazhirovka/domain/diagnostics';
import { pathName } from '../page.ts';
import { filledForm } from '../filled-form.ts';
import type { Gatherer } from '../part.ts';
import { handedInForms } from '../queries.ts';

/** The final work has versions of its own; the survey is anonymous; reviews are about the works of others. */
const ELSEWHERE = ['final_work', 'survey', 'peer_rubric'];

/** The effectiveness card, self-analyses and all other cards that were handed in. */
export const gatherCards: Gatherer = async (sources) => {
	const cards = await handedInForms(sources.db, sources.enrolment.id, ELSEWHERE);
	const entries = [];
	for (const [at, { definition, occasion, answer }] of cards.entries()) {
		const told = definition.key === 'diagnostic' ? attemptWords(occasion) : occasion;
		const title = told ? `${definition.title} (${told})` : definition.title;
		const path = `${sources.folder}/Карты/${at + 1} ${pathName(definition.title)}`;
		entries.push(...(await filledForm(sources, { definition, answer, title, path })));
	}
	return { title: 'Карты и самоанализ', entries };
};

/** Which of several diagnoses it is. */
function attemptWords(occasion: string): string {
	const { stage, number } = readOccasion(occasion) ?? { stage: 'entry', number: 1 };
	const words = [stage === 'exit' ? 'в конце стажировки' : '', number > 1 ? `попытка ${number}` : ''];
	return words.filter(Boolean).join(', ');
}
