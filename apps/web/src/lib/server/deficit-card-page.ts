import {
	addEvidence,
	getDeficitCard,
	overrideLevel,
	signDeficitCard
} from '@stazhirovka/contract/diagnostics';
import type { RequestEvent } from '@sveltejs/kit';
import { orFail, orNotYet } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnCard = RequestEvent<{ enrolment: string }>;
const LEVELS = ['none', 'partial', 'expressed'] as const;

/** The same page for the intern and for the tutor: what each may do is told by the card itself. */
export async function loadDeficitCard({ locals, params }: Pick<OnCard, 'locals' | 'params'>) {
	const answer = await locals.call(getDeficitCard, { params: { id: params.enrolment } });
	return { card: orNotYet(answer, 'deficit_card.missing') };
}

export const deficitCardActions = {
	async sign({ locals, params, request }: OnCard) {
		const revision = Number(textOf(await request.formData(), 'revision'));
		const answer = await locals.call(signDeficitCard, {
			params: { id: params.enrolment },
			body: { revision }
		});
		if (!answer.ok) return orFail(answer.refusal);
	},

	async evidence({ locals, params, request }: OnCard) {
		const data = await request.formData();
		const named = [...data.keys()].filter((name) => name.startsWith('evidence.'));
		const evidence = Object.fromEntries(
			named.map((name) => [name.slice('evidence.'.length), textOf(data, name)])
		);
		const confirmedPrivacy = textOf(data, 'confirmed') === 'yes';
		const body = { revision: Number(textOf(data, 'revision')), evidence, confirmedPrivacy };

		const answer = await locals.call(addEvidence, { params: { id: params.enrolment }, body });
		return answer.ok
			? { saved: true, evidence: undefined, problem: undefined, details: undefined }
			: orFail(answer.refusal, { saved: false, evidence });
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
