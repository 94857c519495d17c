import { COUNCIL_ROLES, type CouncilRole } from '@stazhirovka/domain/councils';
import { m } from '#lib/paraglide/messages.js';

export type TypedMember = { personId: string; email: string; role: CouncilRole };
export type TypedCriterion = { key: string; title: string; weight: string; levels: string };

/** The word of who presides on a split expertise, as it was typed. */
export type TypedWord = { expertise: string; result: string; reason: string };

export function roleOptions() {
	return COUNCIL_ROLES.map((role) => ({ value: role as string, label: m.councils_role({ role }) }));
}
