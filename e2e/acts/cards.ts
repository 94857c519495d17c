import { finishDiagnosis, getDeficitCard, signDeficitCard } from '@stazhirovka/contract/diagnostics';
import { getForm, saveForm, submitForm } from '@stazhirovka/contract/forms';
import {
	agreeLearningRoute,
	getLearningRoute,
	proposeLearningRoute
} from '@stazhirovka/contract/learning-routes';
import { getEffectivenessCard, getTask, postEffectivenessCard, sendTask } from '@stazhirovka/contract/tasks';
import { wholeAnswer, type Answer } from '../answers.ts';
import type { Api } from '../api.ts';

export type Form = { id: string; key: string; occasion?: string };

/** Leaves a whole draft of a form behind, as if it had been filled in: what is left is to press the button. */
export async function draft(api: Api, { id, key, occasion }: Form, own: Answer = {}): Promise<Answer> {
	const at = { params: { id, key }, querystring: { occasion } };
	const { definition, revision, answer: before } = await api.must(getForm, at);
	const answer = wholeAnswer(definition, { ...before, ...own });
	await api.must(saveForm, { ...at, body: { revision, answer } });
	return answer;
}

/** Hands a card of module 1 in. */
export async function handIn(api: Api, { id, key, occasion }: Form, own: Answer = {}): Promise<void> {
	const at = { params: { id, key }, querystring: { occasion } };
	const { definition, revision } = await api.must(getForm, at);
	await api.must(submitForm, { ...at, body: { revision, answer: wholeAnswer(definition, own) } });
}

export async function diagnose(api: Api, id: string, answer: Answer): Promise<void> {
	const { revision } = await api.must(getForm, { params: { id, key: 'diagnostic' }, querystring: {} });
	await api.must(finishDiagnosis, { params: { id }, body: { revision, answer } });
}

export async function signCard(api: Api, id: string): Promise<void> {
	const { revision } = await api.must(getDeficitCard, { params: { id } });
	await api.must(signDeficitCard, { params: { id }, body: { revision } });
}

export async function proposeRoute(api: Api, id: string): Promise<void> {
	const { revision } = await api.must(getLearningRoute, { params: { id } });
	await api.must(proposeLearningRoute, { params: { id }, body: { revision } });
}

export async function agreeRoute(api: Api, id: string): Promise<void> {
	const { revision } = await api.must(getLearningRoute, { params: { id } });
	await api.must(agreeLearningRoute, { params: { id }, body: { revision } });
}

export async function send(api: Api, id: string, key: string, own: Answer = {}): Promise<void> {
	const { sheet } = await api.must(getTask, { params: { id, key } });
	const answer = wholeAnswer(sheet.definition, own);
	await api.must(sendTask, { params: { id, key }, body: { revision: sheet.revision, answer } });
}

export async function postCard(api: Api, id: string, measured: Answer): Promise<void> {
	const { sheet } = await api.must(getEffectivenessCard, { params: { id } });
	const answer = wholeAnswer(sheet.definition, measured);
	await api.must(postEffectivenessCard, { params: { id }, body: { revision: sheet.revision, answer } });
}
