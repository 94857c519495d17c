import { getForm, saveForm, submitForm } from '@stazhirovka/contract/forms';
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
