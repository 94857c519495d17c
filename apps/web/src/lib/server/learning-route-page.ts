import {
	agreeLearningRoute,
	changeLearningRoute,
	getLearningRoute,
	proposeLearningRoute,
	returnLearningRoute
} from '@stazhirovka/contract/learning-routes';
import { getForm } from '@stazhirovka/contract/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { orFail, orNotYet } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

type OnRoute = RequestEvent<{ enrolment: string }>;

/** The same page for the intern and for the tutor: what each may do is told by the route itself. */
export async function loadLearningRoute({ locals, params }: Pick<OnRoute, 'locals' | 'params'>) {
	const id = params.enrolment;
	const [route, header] = await Promise.all([
		locals.call(getLearningRoute, { params: { id } }),
		locals.call(getForm, { params: { id, key: 'route_form' }, querystring: {} })
	]);
	return {
		route: orNotYet(route, 'learning_route.missing'),
		header: header.ok ? toSheet(header.value) : null
	};
}

export const learningRouteActions = {
	async change({ locals, params, request }: OnRoute) {
		const data = await request.formData();
		const dates = data.getAll('dueOn').map(String);
		const items = data
			.getAll('task')
			.map((task, index) => ({ task: String(task), dueOn: dates[index] ?? '' }))
			.filter(({ task }) => task !== '');
		const body = { revision: revisionOf(data), items, reason: textOrNull(data, 'reason') };

		const answer = await locals.call(changeLearningRoute, { params: { id: params.enrolment }, body });
		return answer.ok ? done('changed') : orFail(answer.refusal, { done: undefined });
	},

	async propose({ locals, params, request }: OnRoute) {
		const body = { revision: revisionOf(await request.formData()) };
		const answer = await locals.call(proposeLearningRoute, { params: { id: params.enrolment }, body });
		return answer.ok ? done('proposed') : orFail(answer.refusal, { done: undefined });
	},

	async agree({ locals, params, request }: OnRoute) {
		const body = { revision: revisionOf(await request.formData()) };
		const answer = await locals.call(agreeLearningRoute, { params: { id: params.enrolment }, body });
		return answer.ok ? done('agreed') : orFail(answer.refusal, { done: undefined });
	},

	async return({ locals, params, request }: OnRoute) {
		const data = await request.formData();
		const body = { revision: revisionOf(data), remark: textOf(data, 'remark') };
		const answer = await locals.call(returnLearningRoute, { params: { id: params.enrolment }, body });
		return answer.ok ? done('returned') : orFail(answer.refusal, { done: undefined });
	}
};

function revisionOf(data: FormData): number {
	return Number(textOf(data, 'revision'));
}

function done(what: 'changed' | 'proposed' | 'agreed' | 'returned') {
	return { done: what, problem: undefined, details: undefined };
}
