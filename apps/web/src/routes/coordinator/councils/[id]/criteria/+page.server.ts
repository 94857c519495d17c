import { changeCouncilTerms, getCouncil } from '@stazhirovka/contract/councils';
import { EXPERTISE_RULES, MAJORITIES, QUORUMS } from '@stazhirovka/domain/councils';
import { redirect } from '@sveltejs/kit';
import { criteriaOf, typedCriteria } from '#lib/councils/server/typed-forms.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { sentNumber } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const { id, title, terms, revision } = orError(await locals.call(getCouncil, { params }));
	return { council: { id, title, terms, revision } };
}

function typedIn(data: FormData) {
	return {
		criteria: typedCriteria(data),
		threshold: textOf(data, 'threshold'),
		perApplication: textOf(data, 'perApplication'),
		quorum: QUORUMS.find((key) => key === textOf(data, 'quorum')) ?? 'more_than_half',
		majority: MAJORITIES.find((key) => key === textOf(data, 'majority')) ?? 'of_votes',
		rule: EXPERTISE_RULES.find((key) => key === textOf(data, 'rule')) ?? 'majority',
		castingVote: data.has('castingVote')
	};
}

export const actions = {
	async save({ locals, params, request }) {
		const data = await request.formData();
		const typed = typedIn(data);
		const body = {
			...typed,
			criteria: criteriaOf(typed.criteria),
			threshold: sentNumber(typed.threshold),
			perApplication: sentNumber(typed.perApplication),
			revision: Number(textOf(data, 'revision'))
		};
		const answer = await locals.call(changeCouncilTerms, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/councils/${params.id}?done=terms`);
	},

	async more({ request }) {
		return { typed: typedIn(await request.formData()), problem: undefined, details: undefined };
	}
};
