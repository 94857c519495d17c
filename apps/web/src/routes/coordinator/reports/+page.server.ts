import { getReportDesk, listPlanMismatches } from '@stazhirovka/contract/plans';
import { STANDINGS } from '@stazhirovka/domain/plans';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const asked = url.searchParams.get('show');
	const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
	const inPlans = asked === 'plans';
	const standing = STANDINGS.find((one) => one === asked);
	const shown = standing ?? (inPlans ? undefined : await firstFilled(locals));

	const [desk, plans] = await Promise.all([
		locals.call(getReportDesk, { querystring: { standing: shown, page: inPlans ? 1 : page } }),
		locals.call(listPlanMismatches, { querystring: { page: inPlans ? page : 1 } })
	]);
	return {
		desk: orError(desk),
		plans: orError(plans),
		show: inPlans ? ('plans' as const) : (shown ?? 'due'),
		page,
		done: url.searchParams.get('done')
	};
}

/** What needs the reader first: handed-in reports wait for nobody else, overdue ones for a reminder. */
async function firstFilled(locals: App.Locals) {
	const { counts } = orError(await locals.call(getReportDesk, { querystring: {} }));
	return (
		(['handed_in', 'overdue', 'due', 'accepted', 'withdrawn'] as const).find((one) => counts[one] > 0) ??
		'due'
	);
}
