import { m } from '#lib/paraglide/messages.js';

export type TypedRecommendation = Record<'regulation' | 'organisationId' | 'authority' | 'reference', string>;

export function recommendLabels(): TypedRecommendation {
	return {
		regulation: m.applications_regulation(),
		organisationId: m.applications_organisation(),
		authority: m.applications_recommend_authority(),
		reference: m.applications_recommend_reference()
	};
}
