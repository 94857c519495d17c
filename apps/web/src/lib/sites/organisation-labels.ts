import { m } from '#lib/paraglide/messages.js';

/** Words of the fields of an organisation, by their paths in the body. */
export function organisationLabels() {
	return {
		title: m.sites_org_full(),
		shortTitle: m.sites_org_short(),
		kind: m.sites_org_kind(),
		ownership: m.sites_ownership(),
		inn: m.sites_org_inn(),
		'licence.number': m.sites_org_licence_number(),
		'licence.date': m.sites_org_licence_date(),
		municipalityId: m.sites_municipality(),
		newMunicipality: m.sites_org_new_municipality(),
		address: m.sites_address(),
		head: m.sites_org_head(),
		phone: m.sites_org_phone(),
		email: m.sites_org_email(),
		website: m.sites_website()
	};
}
