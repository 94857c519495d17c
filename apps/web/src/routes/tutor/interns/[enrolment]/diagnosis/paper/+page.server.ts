import { getDiagnosisPaper, handInPaper, keyDiagnosisIn } from '@stazhirovka/contract/diagnostics';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { choicesIn, keyedIn } from '#lib/diagnostics/keyed-in.ts';
import { orError, orFail } from '#lib/server/answer.ts';

type OnPaper = RequestEvent<{ enrolment: string }>;

export async function load({ locals, params, url }) {
	const paper = await ask({ locals, params });
	return { paper, again: url.searchParams.has('again') };
}

export const actions = {
	first: (event: OnPaper) => keyIn(event, 'first'),
	second: (event: OnPaper) => keyIn(event, 'second'),

	async submit({ locals, params, request, url }: OnPaper) {
		const data = await request.formData();
		const choices = choicesIn(data);
		const scan = data.get('scan');
		let file: string | null = null;
		if (scan instanceof File && scan.size > 0) {
			const told = await locals.sendFile(scan, { enrolmentId: params.enrolment });
			if (!told.ok) return orFail(told.refusal, { typed: undefined, wrong: [] });
			file = told.value.id;
		}
		const answer = await locals.call(handInPaper, {
			params: { id: params.enrolment },
			body: { choices, file }
		});
		if (!answer.ok) return orFail(answer.refusal, { typed: undefined, wrong: [] });
		redirect(303, url.pathname);
	}
};

async function keyIn({ locals, params, request, url }: OnPaper, pass: 'first' | 'second') {
	const { definition } = await ask({ locals, params });
	const { answer, typed, wrong } = keyedIn(definition, await request.formData());
	if (wrong.length) return fail(422, { typed, wrong, problem: 'diagnosis.digits_wrong', details: undefined });

	const told = await locals.call(keyDiagnosisIn, {
		params: { id: params.enrolment, pass },
		body: { answer: answer as never }
	});
	if (!told.ok) return orFail(told.refusal, { typed, wrong: [] });
	redirect(303, url.pathname);
}

async function ask({ locals, params }: Pick<OnPaper, 'locals' | 'params'>) {
	const paper = orError(
		await locals.call(getDiagnosisPaper, { params: { id: params.enrolment }, querystring: {} })
	);
	return { ...paper, definition: paper.definition as FormDefinition };
}
