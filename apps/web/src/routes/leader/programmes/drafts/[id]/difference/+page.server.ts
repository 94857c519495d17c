import { compareDraft, getProgrammeDraft } from '@stazhirovka/contract/authoring';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const [draft, difference] = await Promise.all([
		locals.call(getProgrammeDraft, { params }),
		locals.call(compareDraft, { params })
	]);
	const { title, document } = orError(draft);
	return { title, document, id: params.id, difference: orError(difference) };
}
