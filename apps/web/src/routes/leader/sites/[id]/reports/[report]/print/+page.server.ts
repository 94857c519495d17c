import { getReport } from '@stazhirovka/contract/plans';
import { toSheet } from '#lib/cards/sheet.ts';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const report = orError(await locals.call(getReport, { params: { id: params.report } }));
	return { report, sheet: toSheet(report.sheet) };
}
