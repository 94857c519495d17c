import { endCouncilMember, getCouncil } from '@stazhirovka/contract/councils';
import { error, redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const { id, title, members } = orError(await locals.call(getCouncil, { params: { id: params.id } }));
	const member = members.find((one) => one.id === params.member && one.lastDay === null);
	return {
		council: { id, title },
		member: member ?? error(404, { code: 'member.missing', message: 'member.missing' }),
		today: todayIn('Europe/Moscow')
	};
}

export const actions = {
	async default({ locals, params, request }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const typed = { lastDay: textOf(data, 'lastDay'), act };
		if (refused) return orFail(refused, { typed });
		const answer = await locals.call(endCouncilMember, { params: { id: params.member }, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/councils/${params.id}?done=members`);
	}
};
