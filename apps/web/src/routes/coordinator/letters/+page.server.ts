import {
	changeDecisionLetter,
	listDecisionLetters,
	releaseDecisionLetters
} from '@stazhirovka/contract/councils';
import { fail, redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const letters = orError(await locals.call(listDecisionLetters, {}));
	return { letters, done: url.searchParams.get('done') };
}

export const actions = {
	async release({ locals, request }) {
		const chosen = (await request.formData()).getAll('letter').map(String);
		const letters = chosen.map((one) => {
			const [id = '', revision = ''] = one.split(' ');
			return { id, revision: Number(revision) };
		});
		if (letters.length === 0)
			return fail(422, { problem: 'decision_letter.none_chosen', details: undefined });
		const answer = await locals.call(releaseDecisionLetters, { body: { letters } });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, '/coordinator/letters?done=released');
	},

	async change({ locals, request }) {
		const data = await request.formData();
		const body = {
			revision: Number(textOf(data, 'revision')),
			subject: textOf(data, 'subject'),
			text: textOf(data, 'text')
		};
		const params = { id: textOf(data, 'id') };
		const answer = await locals.call(changeDecisionLetter, { params, body });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, '/coordinator/letters?done=changed');
	}
};
