import { getMyCalibration, tryCalibration } from '@stazhirovka/contract/calibration';
import { redirect } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

const SCORE = 'score-';

export async function load({ locals, params }) {
	return { calibration: orError(await locals.call(getMyCalibration, { params: { id: params.enrolment } })) };
}

export const actions = {
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const given = [...data].filter(([name]) => name.startsWith(SCORE));
		const scores = Object.fromEntries(
			given.map(([name, score]) => [name.slice(SCORE.length), Number(score)])
		);
		const body = { exampleId: textOf(data, 'example'), scores };
		const answer = await locals.call(tryCalibration, { params: { id: params.enrolment }, body });
		if (!answer.ok) return orFail(answer.refusal);
		redirect(303, url.pathname);
	}
};
