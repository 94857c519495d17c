import { COUNCIL_ROLES, type CouncilRole } from '@stazhirovka/domain/councils';
import type { Act } from '@stazhirovka/domain/regulations';
import { m } from '#lib/paraglide/messages.js';

export type TypedAct = {
	kind: Act;
	number: string;
	signedOn: string;
	issuer: string;
	title: string;
	scan?: string[];
};
export type TypedMember = { personId: string; email: string; role: CouncilRole };
export type TypedCriterion = { key: string; title: string; weight: string; levels: string };

/** The fields of an act by their paths in the body. */
export function actLabels(): Record<string, string> {
	return {
		'act.kind': m.councils_act_kind(),
		'act.number': m.councils_act_number(),
		'act.signedOn': m.councils_act_signed(),
		'act.issuer': m.councils_act_issuer(),
		'act.title': m.councils_act_title(),
		'act.scan': m.acts_scan()
	};
}

export function roleOptions() {
	return COUNCIL_ROLES.map((role) => ({ value: role as string, label: m.councils_role({ role }) }));
}
