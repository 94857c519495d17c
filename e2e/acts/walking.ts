import { finishDiagnosis, getDeficitCard, signDeficitCard } from '@stazhirovka/contract/diagnostics';
import {
	getMyFinalWork,
	getReview,
	listMyReviews,
	publishFinalWork,
	sendReview
} from '@stazhirovka/contract/final-works';
import {
	agreeLearningRoute,
	getLearningRoute,
	proposeLearningRoute
} from '@stazhirovka/contract/learning-routes';
import {
	decideSubmission,
	getEffectivenessCard,
	getTask,
	getTutorQueue,
	postEffectivenessCard,
	sendTask
} from '@stazhirovka/contract/tasks';
import { wholeAnswer, type Answer } from '../answers.ts';
import type { Api } from '../api.ts';
import { handIn } from './cards.ts';

/** An intern and the tutor on the way along the path, through the API: so far as a journey does not look itself. */
export type Walk = { intern: Api; tutor: Api; id: string };

export async function holdFirstDay({ intern, id }: Walk): Promise<void> {
	await handIn(intern, { id, key: 'correlation_card' });
	await handIn(intern, { id, key: 'blank_plan' });
	await handIn(intern, { id, key: 'competence_analysis_card', occasion: 'V01' });
}

export async function diagnose({ intern, id }: Walk, answer: Answer): Promise<void> {
	await intern.must(finishDiagnosis, { params: { id }, body: { revision: 0, answer } });
}

/** The card signed by both, the route as the rules build it, agreed. */
export async function agree({ intern, tutor, id }: Walk): Promise<void> {
	const params = { id };
	const card = await intern.must(getDeficitCard, { params });
	await intern.must(signDeficitCard, { params, body: { revision: card.revision } });
	await tutor.must(signDeficitCard, { params, body: { revision: card.revision } });
	const { revision } = await intern.must(getLearningRoute, { params });
	const proposed = await intern.must(proposeLearningRoute, { params, body: { revision } });
	await tutor.must(agreeLearningRoute, { params, body: { revision: proposed.revision } });
}

export async function send({ intern, id }: Walk, key: string): Promise<void> {
	const { sheet } = await intern.must(getTask, { params: { id, key } });
	const answer = wholeAnswer(sheet.definition);
	await intern.must(sendTask, { params: { id, key }, body: { revision: sheet.revision, answer } });
}

/** Sends what is still open, in the order of the route. */
export async function sendAll(walk: Walk): Promise<void> {
	const { items } = await walk.intern.must(getLearningRoute, { params: { id: walk.id } });
	for (const { task, state } of items) if (['open', 'locked'].includes(state)) await send(walk, task);
}

export async function acceptAll(tutor: Api, cohort: string): Promise<void> {
	const queue = await tutor.must(getTutorQueue, {});
	for (const { id } of queue.filter((item) => item.kind === 'submission' && item.cohort === cohort)) {
		await tutor.must(decideSubmission, { params: { id }, body: { version: 1, decision: 'accepted' } });
	}
}

export async function postCard({ intern, id }: Walk, measured: Answer): Promise<void> {
	const { sheet } = await intern.must(getEffectivenessCard, { params: { id } });
	const answer = wholeAnswer(sheet.definition, measured);
	await intern.must(postEffectivenessCard, { params: { id }, body: { revision: sheet.revision, answer } });
}

/** Publishes the work, or its revision. */
export async function publish({ intern, id }: Walk): Promise<void> {
	const { sheet } = await intern.must(getMyFinalWork, { params: { id } });
	const answer = wholeAnswer(sheet.definition, sheet.answer);
	await intern.must(publishFinalWork, { params: { id }, body: { revision: sheet.revision, answer } });
}

/** Sends the reviews that are not sent yet, each with the level that is given for the author of the work. */
export async function reviewAll({ intern, id }: Walk, levelFor: (author: string) => number): Promise<void> {
	for (const { id: review, sentAt } of await intern.must(listMyReviews, { params: { id } })) {
		if (sentAt) continue;
		const params = { id: review };
		const { sheet, work, criteria } = await intern.must(getReview, { params });
		const scores = Object.fromEntries(criteria.map(({ key }) => [key, levelFor(work.author)]));
		const answer = wholeAnswer(sheet.definition, scores);
		await intern.must(sendReview, { params, body: { revision: sheet.revision, answer } });
	}
}
