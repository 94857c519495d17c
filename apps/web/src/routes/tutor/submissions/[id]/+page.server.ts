import { decideSubmission, getSubmission } from '@stazhirovka/contract/tasks';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { filesOfVersions } from '#lib/server/files-of-versions.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const submission = orError(await locals.call(getSubmission, { params }));
	const definition = submission.definition as FormDefinition;
	const versions = submission.versions.map(({ number, answer }) => ({ number, answer: answer as Answer }));
	const answers = versions.map(({ answer }) => answer);

	return { submission, definition, versions, files: await filesOfVersions(locals.call, definition, answers) };
}

export const actions = {
	async decide({ locals, params, request }) {
		const data = await request.formData();
		const body = {
			version: Number(textOf(data, 'version')),
			decision: textOf(data, 'decision') === 'accepted' ? ('accepted' as const) : ('returned' as const),
			remark: textOrNull(data, 'remark')
		};
		const answer = await locals.call(decideSubmission, { params, body });
		if (!answer.ok) return orFail(answer.refusal, { remark: body.remark, decided: undefined });

		return { decided: body.decision, remark: undefined, problem: undefined, details: undefined };
	}
};
