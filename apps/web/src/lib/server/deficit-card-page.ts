import {
	addEvidence,
	getDeficitCard,
	getViewpoints,
	overrideLevel,
	signDeficitCard
} from '@stazhirovka/contract/diagnostics';
import type { FormSheet } from '@stazhirovka/contract/forms';
import { ok, refuse } from '@stazhirovka/domain/result';
import type { RequestEvent } from '@sveltejs/kit';
import { evidenceForm, evidenceIn } from '#lib/diagnostics/evidence-form.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, orFail, orNotYet } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnCard = RequestEvent<{ enrolment: string }>;
const LEVELS = ['none', 'partial', 'expressed'] as const;

/** The same page for the intern and for the tutor: what each may do is told by the card itself. */
export async function loadDeficitCard(event: Pick<OnCard, 'locals' | 'params'>) {
	const params = { id: event.params.enrolment };
	const [card, views] = await Promise.all([ask(event), event.locals.call(getViewpoints, { params })]);
	return { card: orNotYet(card, 'deficit_card.missing'), views: orError(views) };
}

const evidence = sheetActions<OnCard>({ sheet: askEvidence, save: saveEvidence, submit: saveEvidence });

export const deficitCardActions = {
	/** The words on what confirms each row, without scripts. */
	save: evidence.save,

	async sign({ locals, params, request }: OnCard) {
		const revision = Number(textOf(await request.formData(), 'revision'));
		const answer = await locals.call(signDeficitCard, {
			params: { id: params.enrolment },
			body: { revision }
		});
		if (!answer.ok) return orFail(answer.refusal);
	},

	async override({ locals, params, request }: OnCard) {
		const data = await request.formData();
		const body = {
			revision: Number(textOf(data, 'revision')),
			deficit: textOf(data, 'deficit'),
			level: LEVELS.find((level) => level === textOf(data, 'level')) ?? null,
			reason: textOf(data, 'reason')
		};
		const answer = await locals.call(overrideLevel, { params: { id: params.enrolment }, body });
		if (!answer.ok) return orFail(answer.refusal, { deficit: body.deficit });
	}
};

async function askEvidence(event: OnCard) {
	const told = await ask(event);
	return told.ok ? ok({ definition: evidenceForm(told.value) as FormSheet['definition'] }) : told;
}

/** A card that was changed meanwhile comes back with the words that it holds now, as other sheets do. */
async function saveEvidence(
	event: OnCard,
	draft: Pick<FormSheet, 'revision' | 'answer'>,
	confirmedPrivacy: boolean
) {
	const evidence = draft.answer as Record<string, string>;
	const body = { revision: draft.revision, evidence, confirmedPrivacy };
	const told = await event.locals.call(addEvidence, { params: { id: event.params.enrolment }, body });
	if (told.ok || told.refusal.code !== 'deficit_card.changed_meanwhile') return told;

	const now = await ask(event);
	if (!now.ok) return now;
	const details = { revision: now.value.revision, answer: evidenceIn(now.value) };
	const problem = { ...told.refusal.problem, code: 'form.changed_elsewhere', details };
	return refuse({ ...told.refusal, code: problem.code, problem });
}

function ask({ locals, params }: Pick<OnCard, 'locals' | 'params'>) {
	return locals.call(getDeficitCard, { params: { id: params.enrolment } });
}
