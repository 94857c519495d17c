import { declareConflict } from '@stazhirovka/contract/councils';
import { redirect } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type Asking = { locals: App.Locals; request: Request };

/** Sends what a member says of a conflict of interest; whoever is free of one reads the application at once. */
export async function declareFrom({ locals, request }: Asking) {
	const data = await request.formData();
	const id = textOf(data, 'application');
	const typed = { conflict: textOf(data, 'conflict'), reason: textOf(data, 'reason') };
	const body = { conflict: typed.conflict !== 'no', reason: typed.reason };
	const answer = await locals.call(declareConflict, { params: { id }, body });
	if (!answer.ok) return orFail(answer.refusal, { id, typed });
	redirect(303, body.conflict ? '/expert?done=declared' : `/expert/applications/${id}`);
}
