import { exportApplication } from '@stazhirovka/contract/applications';
import { orError, signedIn } from '#lib/server/answer.ts';

/** The whole application as a file that can be read back. */
export async function GET({ locals, params }) {
	signedIn(locals.actor);
	const whole = orError(await locals.call(exportApplication, { params }));
	return new Response(JSON.stringify(whole, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="application-${params.id}.json"`,
			'cache-control': 'private, no-store'
		}
	});
}
