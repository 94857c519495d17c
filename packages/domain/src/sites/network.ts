import type { RegulationProfile } from '../regulations/index.ts';

/** Organisations of a network; one of them leads (R31). */
export type NetworkMember = { organisationId: string; isLead: boolean };

export type NetworkFault = {
	code: `network.${'not_allowed' | 'lead_missing' | 'two_leads' | 'member_twice' | 'minutes_missing'}`;
	field: 'members' | 'lead' | 'minutes';
};

/**
 * Everything that is wrong with the organisations of a site (R31, R32). One alone is no network and leads itself; a
 * network needs a profile that allows it, and chooses its lead collegially, by minutes.
 */
export function networkFaults(
	{ network_form: { allowed } }: Pick<RegulationProfile, 'network_form'>,
	members: readonly NetworkMember[],
	hasMinutes: boolean
): NetworkFault[] {
	const leads = members.filter(({ isLead }) => isLead).length;
	const isNetwork = members.length > 1;
	const twice = new Set(members.map(({ organisationId }) => organisationId)).size < members.length;
	return [
		...fault(isNetwork && allowed !== true, 'not_allowed', 'members'),
		...fault(twice, 'member_twice', 'members'),
		...fault(leads === 0, 'lead_missing', 'lead'),
		...fault(leads > 1, 'two_leads', 'lead'),
		...fault(isNetwork && !hasMinutes, 'minutes_missing', 'minutes')
	];
}

/**
 * The network without an organisation. Its lead leaves only when the others have chosen a new one among themselves;
 * when nobody is left, the status must be ended by an act instead.
 */
export function withoutMember(
	members: readonly NetworkMember[],
	organisationId: string,
	newLead: string | null
): NetworkMember[] {
	const rest = members.filter((member) => member.organisationId !== organisationId);
	if (newLead === null) return rest;
	return rest.map((member) => ({ ...member, isLead: member.organisationId === newLead }));
}

function fault(is: boolean, code: string, field: NetworkFault['field']): NetworkFault[] {
	return is ? [{ code: `network.${code}` as NetworkFault['code'], field }] : [];
}
