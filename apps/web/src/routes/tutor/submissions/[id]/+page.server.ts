import { decideSubmission, getSubmission } from '@stazhirovka/contract/tasks';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { redirect } from '@sveltejs/kit';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { filesOfVersions } from '#lib/server/files-of-versions.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const submission = orError(await locals.call(getSubmission, { params }));
	const definition = submission.definition as FormDefinition;
	const versions = submission.versions.map(({ number, answer }) => ({ number, answer: answer as Answer }));
	const answers = versions.map(({ answer }) => answer);

	/** What was decided a moment ago. */
	const decided = url.searchParams.get('decided') ?? undefined;
	return {
		decided,
		submission,
		definition,
		versions,
		files: await filesOfVersions(locals.call, definition, answers)
	};
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
		if (!answer.ok) return orFail(answer.refusal, { remark: body.remark });

		redirect(303, `/tutor/submissions/${params.id}?decided=${body.decision}`);
	}
};
