import {
	addCouncilMember,
	beginExpertise,
	changeAssignment,
	finishExpertise,
	getCouncil,
	listCouncils,
	planMeeting,
	previewAssignment,
	releaseAssignment
} from '@stazhirovka/contract/councils';
import { RECOMMENDATIONS } from '@stazhirovka/domain/councils';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { typedMembers, whoOf } from '#lib/councils/server/typed-forms.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

type OnCouncil = RequestEvent<{ id: string }>;

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const [council, choices] = await Promise.all([
		locals.call(getCouncil, { params }),
		locals.call(listCouncils, {})
	]);
	return {
		council: orError(council),
		experts: orError(choices).experts,
		today: todayIn('Europe/Moscow'),
		/** What was done a moment ago: it stands in the address, so that a reload does nothing again. */
		done: url.searchParams.get('done')
	};
}

export const actions = {
	async begin({ locals, params, request }: OnCouncil) {
		const applicationIds = (await request.formData()).getAll('application').map(String);
		const answer = await locals.call(beginExpertise, { params, body: { applicationIds } });
		return answer.ok ? lead(params.id, 'begun') : orFail(answer.refusal, about('begin'));
	},

	async preview({ locals, params }: OnCouncil) {
		const answer = await locals.call(previewAssignment, { params, body: {} });
		return answer.ok ? lead(params.id, 'previewed') : orFail(answer.refusal, about('preview'));
	},

	async choose({ locals, params, request }: OnCouncil) {
		const data = await request.formData();
		const id = textOf(data, 'expertise');
		const all = (name: string) => data.getAll(name).map(String);
		const body = { personIds: all('person'), seen: all('seen') };
		const answer = await locals.call(changeAssignment, { params: { id }, body });
		return answer.ok ? lead(params.id, 'chosen') : orFail(answer.refusal, about('choose'));
	},

	async release({ locals, params }: OnCouncil) {
		const answer = await locals.call(releaseAssignment, { params });
		return answer.ok ? lead(params.id, 'released') : orFail(answer.refusal, about('release'));
	},

	async finish({ locals, params, request }: OnCouncil) {
		const data = await request.formData();
		const id = textOf(data, 'expertise');
		const typed = { expertise: id, result: textOf(data, 'result'), reason: textOf(data, 'reason') };
		const result = RECOMMENDATIONS.find((one) => one === typed.result);
		const body = { word: result ? { result, reason: typed.reason } : null };
		const answer = await locals.call(finishExpertise, { params: { id }, body });
		if (answer.ok) return lead(params.id, 'finished');
		return orFail(answer.refusal, { ...about('finish'), word: typed });
	},

	async plan({ locals, params, request }: OnCouncil) {
		const data = await request.formData();
		const typed = {
			heldOn: textOf(data, 'heldOn'),
			beginsAt: textOf(data, 'beginsAt'),
			place: textOf(data, 'place')
		};
		const answer = await locals.call(planMeeting, { params, body: typed });
		if (!answer.ok) return orFail(answer.refusal, { ...about('plan'), meeting: typed });
		redirect(303, `/coordinator/councils/${params.id}/meetings/${answer.value.id}`);
	},

	async join({ locals, params, request }: OnCouncil) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const member = typedMembers(data)[0];
		const kept = { ...about('join'), act, member };
		if (refused) return orFail(refused, kept);

		const who = whoOf(member ?? { personId: '', email: '' });
		const body = { who, role: member?.role ?? 'member', act };
		const answer = await locals.call(addCouncilMember, { params, body });
		return answer.ok ? lead(params.id, 'members') : orFail(answer.refusal, kept);
	}
};

/** Which of the forms of the page was refused. */
function about(what: string) {
	return { what, meeting: undefined, act: undefined, member: undefined, word: undefined };
}

function lead(id: string, done: string): never {
	redirect(303, `/coordinator/councils/${id}?done=${done}`);
}
