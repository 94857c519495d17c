import { compareVersion } from '@stazhirovka/contract/authoring';
import { getProgrammeVersion } from '@stazhirovka/contract/programmes';
import { orError } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	const id = { params: { id: params.version } };
	const [version, difference] = await Promise.all([
		locals.call(getProgrammeVersion, id),
		locals.call(compareVersion, id)
	]);
	const { title, number } = orError(version);
	return { title, number, difference: orError(difference) };
}
