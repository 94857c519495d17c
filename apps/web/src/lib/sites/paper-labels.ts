import { m } from '#lib/paraglide/messages.js';

/** Words of the fields of a site that is known on paper, by their paths in the body. */
export function paperLabels() {
	return {
		title: m.sites_new_site_title(),
		theme: m.sites_theme(),
		regulationKey: m.sites_regulation(),
		code: m.sites_code(),
		timeZone: m.sites_time_zone(),
		act: m.sites_new_act_kind(),
		'act.number': m.sites_new_act_number(),
		'act.signedOn': m.sites_new_act_date(),
		'act.issuer': m.sites_new_act_issuer(),
		'act.title': m.sites_new_act_title(),
		'act.scan': m.acts_scan(),
		from: m.sites_new_from(),
		lastDay: m.sites_new_last_day(),
		leaderEmail: m.sites_new_leader()
	};
}
