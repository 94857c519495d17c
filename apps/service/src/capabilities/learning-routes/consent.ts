import type { RouteRules } from '@stazhirovka/domain/programmes';
import type { RouteRow } from './store.ts';

/** Whether the agreement is also the tutor's consent to more tasks than the programme has in a route. */
export function needsConsent(
	{ proposal, items }: Pick<RouteRow, 'proposal' | 'items'>,
	rules: RouteRules
): boolean {
	return proposal.needsTutorConsent || items.length > rules.length;
}
