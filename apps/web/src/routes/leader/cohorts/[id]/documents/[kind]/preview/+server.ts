import type { Problem } from '@stazhirovka/contract/problem';
import { redirect } from '@sveltejs/kit';

/** The project of a document as a file; when it cannot be made, back to the form with what was ticked and why. */
export async function GET({ locals, params, url }) {
	const query = new URLSearchParams(url.search);
	query.set('kind', params.kind);
	const answer = await locals.download(`/cohorts/${params.id}/orders/preview.pdf?${query}`);
	if (answer.ok) return new Response(answer.body, { headers: answer.headers });

	const { code } = (await answer.json()) as Problem;
	const back = new URLSearchParams(url.search);
	back.set('problem', code);
	back.set('replaces', url.searchParams.get('replacesId') ?? '');
	return redirect(303, `/leader/cohorts/${params.id}/documents/${params.kind}?${back}`);
}
