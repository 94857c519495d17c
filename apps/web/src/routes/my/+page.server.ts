import {
	acceptInvitation,
	askHead,
	claimPriority,
	listMyEnrolments,
	withdrawEnrolment
} from '@stazhirovka/contract/cohorts';
import { listReserveReviews } from '@stazhirovka/contract/final-works';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const [told, asked] = await Promise.all([
		locals.call(listMyEnrolments, {}),
		locals.call(listReserveReviews, {})
	]);
	const [enrolments, reviews] = [orError(told), orError(asked)];

	// Most people take one programme at a time: they land on its path, and the list is one step away.
	const [first] = enrolments.filter(({ can }) => can.enter);
	if (
		first &&
		enrolments.length === 1 &&
		!reviews.some(({ sentAt }) => sentAt === null) &&
		!url.searchParams.has('all')
	)
		redirect(303, `/my/${first.id}`);
	return { enrolments, reviews };
}

export const actions = {
	async withdraw({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(withdrawEnrolment, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal);
	},

	async accept({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(acceptInvitation, { params: { id } });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, `/my/${id}`);
	},

	async askHead({ locals, request }) {
		const data = await request.formData();
		const body = { email: textOf(data, 'email') };
		const answer = await locals.call(askHead, { params: { id: textOf(data, 'id') }, body });
		if (!answer.ok) return orFail(answer.refusal);
	},

	async claim({ locals, request }) {
		const data = await request.formData();
		const body = { group: textOrNull(data, 'group') };
		const answer = await locals.call(claimPriority, { params: { id: textOf(data, 'id') }, body });
		if (!answer.ok) return orFail(answer.refusal);
	}
};
