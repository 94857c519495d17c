import { getDiagnosisPaper, handInPaper, keyDiagnosisIn } from '@stazhirovka/contract/diagnostics';
import type { DiagnosisStage } from '@stazhirovka/domain/diagnostics';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { choicesIn, keyedIn } from '../keyed-in.ts';

type OnPaper = RequestEvent<{ enrolment: string }>;
type Asking = Pick<OnPaper, 'locals' | 'params'>;

/** The sheet of this diagnosis on paper, as its pages show it. */
export function paperAt(stage: DiagnosisStage) {
	return async ({ locals, params }: Asking) => {
		const asked = { params: { id: params.enrolment }, querystring: { stage } };
		const paper = orError(await locals.call(getDiagnosisPaper, asked));
		return { ...paper, definition: paper.definition as FormDefinition };
	};
}

/** What can be done with a sheet on paper: key it in, key it in again, hand it in with its scan. */
export function paperActions(stage: DiagnosisStage) {
	const paper = paperAt(stage);

	async function keyIn({ locals, params, request, url }: OnPaper, pass: 'first' | 'second') {
		const { definition } = await paper({ locals, params });
		const { answer, typed, wrong } = keyedIn(definition, await request.formData());
		if (wrong.length)
			return fail(422, { typed, wrong, problem: 'diagnosis.digits_wrong', details: undefined });

		const told = await locals.call(keyDiagnosisIn, {
			params: { id: params.enrolment, pass },
			body: { stage, answer: answer as never }
		});
		if (!told.ok) return orFail(told.refusal, { typed, wrong: [] });
		redirect(303, url.pathname);
	}

	return {
		first: (event: OnPaper) => keyIn(event, 'first'),
		second: (event: OnPaper) => keyIn(event, 'second'),

		async submit({ locals, params, request, url }: OnPaper) {
			const data = await request.formData();
			const scan = data.get('scan');
			let file: string | null = null;
			if (scan instanceof File && scan.size > 0) {
				const told = await locals.sendFile(scan, { enrolmentId: params.enrolment });
				if (!told.ok) return orFail(told.refusal, { typed: undefined, wrong: [] });
				file = told.value.id;
			}
			const body = { stage, choices: choicesIn(data), file };
			const answer = await locals.call(handInPaper, { params: { id: params.enrolment }, body });
			if (!answer.ok) return orFail(answer.refusal, { typed: undefined, wrong: [] });
			redirect(303, url.pathname);
		}
	};
}
