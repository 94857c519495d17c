import { getProgrammeVersion } from '@stazhirovka/contract/programmes';
import { orError, signedIn } from '#lib/server/answer.ts';

/** The file of a version, as it was imported: a sample for the next one. */
export async function GET({ locals, params }) {
	signedIn(locals.actor);
	const { document, key, number } = orError(
		await locals.call(getProgrammeVersion, { params: { id: params.version } })
	);
	const name = encodeURIComponent(`${key}-${number}.json`);

	return new Response(JSON.stringify(document, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename*=UTF-8''${name}`,
			'cache-control': 'private, no-store'
		}
	});
}
