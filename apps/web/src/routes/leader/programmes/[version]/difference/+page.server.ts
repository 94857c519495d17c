import { compareVersion } from '@stazhirovka/contract/authoring';
import { getProgrammeVersion } from '@stazhirovka/contract/programmes';
import type { JsonRecord } from '@stazhirovka/domain/outline';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const id = { params: { id: params.version } };
	const [version, difference] = await Promise.all([
		locals.call(getProgrammeVersion, id),
		locals.call(compareVersion, id)
	]);
	const { title, number, document } = orError(version);
	return { title, number, document: document as JsonRecord, difference: orError(difference) };
}
