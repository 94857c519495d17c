import {
	bookConsultation,
	listConsultations,
	releaseConsultation
} from '@stazhirovka/contract/consultations';
import { TOPIC_KINDS } from '@stazhirovka/domain/consultations';
import { feedActions, NOTHING, WENT_WELL } from '#lib/consultations/server/feed-actions.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	const offered = orError(await locals.call(listConsultations, { params: { id: params.enrolment } }));
	return { ...offered, now: new Date().toISOString() };
}

export const actions = {
	...feedActions,

	async book({ locals, params, request }) {
		const data = await request.formData();
		const question = textOf(data, 'question').trim();
		const answer = await locals.call(bookConsultation, {
			params: { id: params.enrolment, slot: textOf(data, 'slot') },
			body: { question, topic: topicOf(textOf(data, 'topic')), wait: textOf(data, 'wait') === 'yes' }
		});
		if (!answer.ok) return orFail(answer.refusal, { ...NOTHING, question });
		return { ...WENT_WELL, done: answer.value.state };
	},

	async release({ locals, params, request }) {
		const slot = textOf(await request.formData(), 'slot');
		const answer = await locals.call(releaseConsultation, { params: { id: params.enrolment, slot } });
		return answer.ok ? { ...WENT_WELL, done: 'released' } : orFail(answer.refusal, NOTHING);
	}
};

/** `task:T03` as the choice sends it. */
function topicOf(value: string) {
	const colon = value.indexOf(':');
	const kind = TOPIC_KINDS.find((known) => known === value.slice(0, colon));
	return kind ? { kind, key: value.slice(colon + 1) } : null;
}
