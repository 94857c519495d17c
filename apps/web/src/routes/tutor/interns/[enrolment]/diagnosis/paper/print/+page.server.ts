import { getDiagnosisPaper } from '@stazhirovka/contract/diagnostics';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const paper = orError(
		await locals.call(getDiagnosisPaper, { params: { id: params.enrolment }, querystring: {} })
	);
	return {
		paper: { ...paper, definition: paper.definition as FormDefinition },
		large: url.searchParams.has('large')
	};
}
