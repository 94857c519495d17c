import {
	decideEnrolment,
	decideEnrolments,
	decidePriority,
	enterHeadOnPaper,
	getAdmission,
	serveWaiting
} from '@stazhirovka/contract/cohorts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	return {
		admission: orError(await locals.call(getAdmission, { params })),
		done: url.searchParams.get('done')
	};
}

/** What each action hands back besides its own. */
const NOTHING = { declined: undefined, confirmed: undefined, many: undefined, done: undefined };

export const actions = {
	async confirm({ locals, request }) {
		const data = await request.formData();
		const confirmed = { id: textOf(data, 'id'), reason: textOf(data, 'audienceReason') };
		const body = {
			decision: 'confirm' as const,
			tutorId: textOrNull(data, 'tutor'),
			audienceReason: confirmed.reason || null
		};
		const answer = await locals.call(decideEnrolment, { params: { id: confirmed.id }, body });
		if (!answer.ok) return orFail(answer.refusal, { ...NOTHING, confirmed });
	},

	async decline({ locals, request }) {
		const data = await request.formData();
		const declined = { id: textOf(data, 'id'), reason: textOf(data, 'reason') };
		const body = { decision: 'decline' as const, reason: declined.reason };
		const answer = await locals.call(decideEnrolment, { params: { id: declined.id }, body });
		if (!answer.ok) return orFail(answer.refusal, { ...NOTHING, declined });
	},

	async confirmMany({ locals, params, request }) {
		const many = chosenIn(await request.formData());
		const body = { decision: 'confirm' as const, ids: many.ids, audienceReason: many.reason || null };
		const answer = await locals.call(decideEnrolments, { params, body });
		return answer.ok ? { ...NOTHING, done: 'decided' } : orFail(answer.refusal, { ...NOTHING, many });
	},

	async declineMany({ locals, params, request }) {
		const many = chosenIn(await request.formData());
		const body = { decision: 'decline' as const, ids: many.ids, reason: many.reason };
		const answer = await locals.call(decideEnrolments, { params, body });
		return answer.ok ? { ...NOTHING, done: 'declined' } : orFail(answer.refusal, { ...NOTHING, many });
	},

	async priority({ locals, request }) {
		const data = await request.formData();
		const body = { accepted: textOf(data, 'accepted') === 'yes' };
		const answer = await locals.call(decidePriority, { params: { id: textOf(data, 'id') }, body });
		return answer.ok ? { ...NOTHING, done: 'priority' } : orFail(answer.refusal, NOTHING);
	},

	async paper({ locals, request }) {
		const data = await request.formData();
		const of = (name: string) => textOf(data, name);
		const body = { author: of('author'), position: of('position'), paper: of('paper') };
		const answer = await locals.call(enterHeadOnPaper, { params: { id: of('id') }, body });
		return answer.ok ? { ...NOTHING, done: 'paper' } : orFail(answer.refusal, NOTHING);
	},

	async serve({ locals, params }) {
		const answer = await locals.call(serveWaiting, { params });
		return answer.ok ? { ...NOTHING, done: 'served' } : orFail(answer.refusal, NOTHING);
	}
};

function chosenIn(data: FormData): { ids: string[]; reason: string } {
	return { ids: data.getAll('ids').map(String), reason: textOf(data, 'reason') };
}
