import { exportSites, type SiteCard } from '@stazhirovka/contract/sites';
import { csv } from '@stazhirovka/domain/tables';
import { m } from '#lib/paraglide/messages.js';
import { orError } from '#lib/server/answer.ts';
import { filterIn } from '#lib/sites/server/filter.ts';

/** The filtered register as a table for spreadsheets (X24). */
export async function GET({ locals, url }) {
	const sites = orError(await locals.call(exportSites, { querystring: filterIn(url) }));

	return new Response(csv([heads(), ...sites.map(toRow)]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="register.csv"',
			'cache-control': 'no-store'
		}
	});
}

function heads(): string[] {
	return [
		...[m.sites_site(), m.sites_theme(), m.sites_organisation(), m.sites_municipality(), m.sites_region()],
		...[m.sites_regulation(), m.sites_status(), m.sites_column_from(), m.sites_column_last_day()],
		...[m.sites_column_ended_from(), m.sites_column_act_kind(), m.sites_column_act_number()],
		...[m.sites_column_act_date(), m.sites_column_act_issuer()]
	];
}

function toRow({ regulation, status, act, ...site }: SiteCard): string[] {
	return [
		...[site.title, site.theme ?? '', site.organisation, site.municipality ?? '', site.region],
		...[regulation.title, m.sites_status_words({ status }), site.from],
		...[site.lastDay ?? '', site.endedFrom ?? '', act.kind, act.number, act.signedOn, act.issuer]
	];
}
