import { listCohortEnrolments } from '@stazhirovka/contract/cohorts';
import {
	addDaysOff,
	getCohortDeadlines,
	removeDaysOff,
	setCohortDeadlines
} from '@stazhirovka/contract/deadlines';
import { typedRules } from '#lib/deadlines/server/typed-rules.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { sendTyped } from '#lib/server/send-typed.ts';

/** What an action leaves unsaid, so that a page can tell one's answer from another's. */
const NOTHING = { typed: undefined, daysOff: undefined, done: undefined };
const WENT_WELL = { ...NOTHING, problem: undefined, details: undefined };

export async function load({ locals, params }) {
	const [plan, people] = await Promise.all([
		locals.call(getCohortDeadlines, { params }),
		locals.call(listCohortEnrolments, { params })
	]);
	return { plan: orError(plan), people: orError(people).filter(({ state }) => state === 'confirmed') };
}

export const actions = {
	async save({ locals, params, request }) {
		const data = await request.formData();
		const typed = typedRules(data);
		const body = { revision: Number(textOf(data, 'revision')), rules: typed };
		const answer = await sendTyped(locals.call, setCohortDeadlines, { params, body });
		return answer.ok ? { ...WENT_WELL, done: 'saved' } : orFail(answer.refusal, { ...NOTHING, typed });
	},

	async show({ request }) {
		return { ...WENT_WELL, typed: typedRules(await request.formData()) };
	},

	async addDaysOff({ locals, request }) {
		const data = await request.formData();
		const kind = textOf(data, 'kind') === 'regional' ? ('regional' as const) : ('own' as const);
		const daysOff = {
			kind,
			title: textOf(data, 'title'),
			firstDay: textOf(data, 'firstDay'),
			lastDay: textOf(data, 'lastDay')
		};
		const answer = await locals.call(addDaysOff, { params: { id: textOf(data, 'site') }, body: daysOff });
		return answer.ok ? { ...WENT_WELL, done: 'days' } : orFail(answer.refusal, { ...NOTHING, daysOff });
	},

	async removeDaysOff({ locals, request }) {
		const data = await request.formData();
		const params = { id: textOf(data, 'site'), dayOff: textOf(data, 'dayOff') };
		const answer = await locals.call(removeDaysOff, { params });
		return answer.ok ? { ...WENT_WELL, done: 'days' } : orFail(answer.refusal, NOTHING);
	}
};
