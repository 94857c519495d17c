import {
	agreeLearningRoute,
	answerWish,
	askForChange,
	changeLearningRoute,
	getLearningRoute,
	listRouteVersions,
	proposeLearningRoute,
	returnLearningRoute,
	setStudyLimit
} from '@stazhirovka/contract/learning-routes';
import { getForm } from '@stazhirovka/contract/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { orError, orFail, orNotYet } from '#lib/server/answer.ts';
import { numberOf } from '#lib/server/form-number.ts';
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

/** Two versions beside each other: those in the address, else the last one and the one before it. */
export async function loadVersions({ locals, params, url }: Pick<OnRoute, 'locals' | 'params' | 'url'>) {
	const versions = orError(await locals.call(listRouteVersions, { params: { id: params.enrolment } }));
	const numbers = versions.map(({ number }) => number);
	const asked = (name: string) => {
		const number = Number(url.searchParams.get(name));
		return numbers.includes(number) ? number : undefined;
	};
	const after = asked('after') ?? numbers.at(-1) ?? 1;
	const before = asked('before') ?? numbers[numbers.indexOf(after) - 1] ?? after;
	return { versions, chosen: { before, after } };
}

export const learningRouteActions = {
	async change({ locals, params, request }: OnRoute) {
		const data = await request.formData();
		const body = { revision: revisionOf(data), items: itemsOf(data), reason: textOrNull(data, 'reason') };

		const answer = await locals.call(changeLearningRoute, { params: { id: params.enrolment }, body });
		return answer.ok ? done('changed') : orFail(answer.refusal, { done: undefined });
	},

	async ask({ locals, params, request }: OnRoute) {
		const data = await request.formData();
		const body = { revision: revisionOf(data), items: itemsOf(data), reason: textOf(data, 'reason') };
		const answer = await locals.call(askForChange, { params: { id: params.enrolment }, body });
		return answer.ok ? done('asked') : orFail(answer.refusal, { done: undefined });
	},

	async answer({ locals, params, request }: OnRoute) {
		const data = await request.formData();
		const accepted = textOf(data, 'answer') === 'accept';
		const body = {
			number: Number(textOf(data, 'number')),
			answer: accepted ? ('accept' as const) : ('decline' as const),
			remark: textOf(data, 'remark')
		};
		const answer = await locals.call(answerWish, { params: { id: params.enrolment }, body });
		if (!answer.ok) return orFail(answer.refusal, { done: undefined });
		return done(accepted ? 'accepted' : 'declined');
	},

	async limit({ locals, params, request }: OnRoute) {
		const body = { minutesPerWeek: numberOf(await request.formData(), 'minutes') };
		const answer = await locals.call(setStudyLimit, { params: { id: params.enrolment }, body });
		return answer.ok ? done('limit') : orFail(answer.refusal, { done: undefined });
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

function itemsOf(data: FormData) {
	const dates = data.getAll('dueOn').map(String);
	return data
		.getAll('task')
		.map((task, index) => ({ task: String(task), dueOn: dates[index] ?? '' }))
		.filter(({ task }) => task !== '');
}

type Done = 'changed' | 'proposed' | 'agreed' | 'returned' | 'asked' | 'accepted' | 'declined' | 'limit';

function done(what: Done) {
	return { done: what, problem: undefined, details: undefined };
}
