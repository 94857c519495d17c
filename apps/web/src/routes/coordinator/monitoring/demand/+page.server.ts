import { heatMap } from '@stazhirovka/charts';
import { getDemand, type Demand } from '@stazhirovka/contract/monitoring';
import { m } from '#lib/paraglide/messages.js';
import { orError, signedIn } from '#lib/server/answer.ts';

const MOST_PLACES = 8;

export async function load({ locals }) {
	signedIn(locals.actor);
	const demand = orError(await locals.call(getDemand, { querystring: {} }));
	return { demand, picture: pictureOf(demand) };
}

/** The municipalities with the greatest need; the table has them all. */
function pictureOf({ rows }: Demand): string | null {
	const needed = rows.filter((row) => row.needed);
	const total = new Map<string | null, number>();
	for (const { places } of needed)
		for (const { municipality, needed: count } of places)
			total.set(municipality, (total.get(municipality) ?? 0) + (count ?? 0));
	const columns = [...total]
		.filter(([, count]) => count > 0)
		.toSorted(([, one], [, other]) => other - one)
		.slice(0, MOST_PLACES)
		.map(([place]) => place);
	if (columns.length === 0) return null;

	return heatMap({
		title: m.monitoring_demand_picture(),
		description: m.monitoring_demand_words(),
		columns: columns.map((place) => place ?? m.monitoring_demand_nowhere()),
		rows: needed.map(({ title, places }) => ({
			label: title,
			values: columns.map((place) => places.find((one) => one.municipality === place)?.needed ?? null)
		}))
	});
}
