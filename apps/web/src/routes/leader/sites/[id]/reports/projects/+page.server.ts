import { changeTraineeProject, listTraineeProjects } from '@stazhirovka/contract/plans';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const day = (name: string) => {
		const given = url.searchParams.get(name);
		return given && DAY.test(given) ? given : undefined;
	};
	const querystring = { from: day('from'), to: day('to') };
	return {
		list: orError(await locals.call(listTraineeProjects, { params: { id: params.id }, querystring })),
		saved: url.searchParams.get('saved')
	};
}

export const actions = {
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const work = textOf(data, 'work');
		const typed = {
			...{ title: textOf(data, 'title'), link: textOrNull(data, 'link'), ground: textOf(data, 'ground') },
			listed: data.get('listed') === 'on'
		};
		const body = { ...typed, revision: Number(textOf(data, 'revision')) };
		const answer = await locals.call(changeTraineeProject, { params: { id: params.id, work }, body });
		if (!answer.ok) return orFail(answer.refusal, { typed, work });
		const kept = new URLSearchParams(url.searchParams);
		kept.set('saved', work);
		redirect(303, `/leader/sites/${params.id}/reports/projects?${kept}#${work}`);
	}
};
