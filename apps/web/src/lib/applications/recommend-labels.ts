import { m } from '#lib/paraglide/messages.js';

import type { TypedOrganisation } from '#lib/organisations/typed.ts';

export type TypedRecommendation = Record<'regulation' | 'authority' | 'reference', string> & {
	organisation: TypedOrganisation;
};

export function recommendLabels() {
	return {
		regulation: m.applications_regulation(),
		organisationId: m.applications_organisation(),
		authority: m.applications_recommend_authority(),
		reference: m.applications_recommend_reference()
	};
}
