import { actLabels } from '#lib/acts/labels.ts';
import { m } from '#lib/paraglide/messages.js';

/** Words of the fields of a site that is known on paper, by their paths in the body. */
export function paperLabels(): Record<string, string> {
	return {
		title: m.sites_new_site_title(),
		theme: m.sites_theme(),
		regulationKey: m.sites_regulation(),
		code: m.sites_code(),
		timeZone: m.sites_time_zone(),
		...actLabels(),
		from: m.sites_new_from(),
		lastDay: m.sites_new_last_day(),
		leaderEmail: m.sites_new_leader()
	};
}
