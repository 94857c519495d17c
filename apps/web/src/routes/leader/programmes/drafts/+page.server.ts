import { listProgrammeDrafts } from '@stazhirovka/contract/authoring';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals }) {
	return { drafts: orError(await locals.call(listProgrammeDrafts, {})).drafts };
}
