import { listIndicatorRecords } from '@stazhirovka/contract/monitoring';
import { INDICATOR_KEYS } from '@stazhirovka/domain/indicators';
import { error } from '@sveltejs/kit';
import { orError, signedIn } from '#lib/server/answer.ts';

export async function load({ locals, params, url }) {
	const me = signedIn(locals.actor);
	const indicator =
		INDICATOR_KEYS.find((key) => key === params.key) ??
		error(404, 'monitoring_records.missing', { code: 'monitoring_records.missing' });
	const given = (name: string) => url.searchParams.get(name) ?? undefined;
	const [from, to, site, cohort, after] = ['from', 'to', 'site', 'cohort', 'after'].map(given);
	const records = orError(
		await locals.call(listIndicatorRecords, { querystring: { indicator, from, to, site, cohort, after } })
	);
	const query = new URLSearchParams({ ...Object.fromEntries(url.searchParams), after: records.next ?? '' });
	return {
		...{ records, keeps: me.homes.coordinator },
		next: records.next === null ? null : `?${query.toString()}`
	};
}
