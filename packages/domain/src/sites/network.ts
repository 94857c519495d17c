import { dayBefore, latest } from '../calendar/index.ts';
import type { RegulationProfile } from '../regulations/index.ts';

/** Organisations of a network; one of them leads (R31). */
export type NetworkMember = { organisationId: string; isLead: boolean };

/** Days, both included, of an organisation in a network. An empty one (ended on its first day) has not been. */
export type Membership = NetworkMember & { joinedOn: string; leftOn: string | null; minutes: string | null };

export type NetworkFault = {
	code: `network.${
		| 'not_allowed'
		| 'lead_missing'
		| 'two_leads'
		| 'member_twice'
		| 'minutes_missing'
		| 'member_missing'
		| 'lead_already'
		| 'lead_stays'
		| 'last_member'
		| 'alone_not_allowed'
		| 'day_ahead'
		| 'before_previous'}`;
	field: 'organisationId' | 'members' | 'lead' | 'minutes' | 'from';
	/** The day that would do. */
	limit?: string;
};

type Rules = Pick<RegulationProfile, 'network_form' | 'host'>;

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

/** Who is in the network on a day. */
export function membersOn<M extends Membership>(memberships: readonly M[], day: string): M[] {
	return memberships.filter(({ joinedOn, leftOn }) => joinedOn <= day && (leftOn === null || day <= leftOn));
}

/** Who is in it and has not left. */
export function standingMembers<M extends Membership>(memberships: readonly M[]): M[] {
	return memberships.filter(({ leftOn }) => leftOn === null);
}

/** Whether a kind of hosts is a network: told by how its words begin. */
export function isNetworkKind(kind: string): boolean {
	return /^(сет|объедин)/iu.test(kind.trim());
}

/**
 * Whether the regulation lets one organisation be a site. A source that names no kinds of hosts does not forbid it;
 * one that names only networks and unions does.
 */
export function mayStandAlone({ host: { kinds } }: Pick<RegulationProfile, 'host'>): boolean {
	return kinds.length === 0 || kinds.some((kind) => !isNetworkKind(kind));
}

/** What happens to a network from a day on; `minutes` name the paper by which it was decided. */
export type NetworkChange =
	| { kind: 'join'; organisationId: string; from: string; minutes: string | null }
	/** `from` is the first day without the organisation. */
	| { kind: 'leave'; organisationId: string; from: string; newLead: string | null; minutes: string | null }
	| { kind: 'lead'; organisationId: string; from: string; minutes: string | null };

type Network = {
	/** Memberships that last; a site of one organisation has that one, which leads. */
	standing: readonly Membership[];
	today: string;
};

/** Everything that is wrong with a change of a network; empty when it can be made (R31, R32). */
export function changeFaults(
	rules: Rules,
	{ standing, today }: Network,
	change: NetworkChange
): NetworkFault[] {
	const known = standing.some(({ organisationId }) => organisationId === change.organisationId);
	if (change.kind !== 'join' && !known) return [{ code: 'network.member_missing', field: 'organisationId' }];

	const after = membersAfter(standing, change);
	if (after.length === 0) return [{ code: 'network.last_member', field: 'organisationId' }];

	const same = change.kind === 'lead' && leads(standing, change.organisationId);
	const alone = change.kind === 'leave' && after.length === 1;
	const stays = change.kind === 'leave' && change.newLead !== null && !leads(standing, change.organisationId);
	return [
		...dayFaults(standing, today, change),
		...fault(alone && !mayStandAlone(rules), 'alone_not_allowed', 'organisationId'),
		...fault(same, 'lead_already', 'organisationId'),
		...fault(stays, 'lead_stays', 'lead'),
		...networkFaults(rules, after, hasMinutes(standing, change))
	];
}

/** The organisations once a change is made. */
export function membersAfter(standing: readonly Membership[], change: NetworkChange): NetworkMember[] {
	const members = standing.map(({ organisationId, isLead }) => ({ organisationId, isLead }));
	switch (change.kind) {
		case 'join':
			return [...members, { organisationId: change.organisationId, isLead: false }];
		case 'leave':
			return withoutMember(members, change.organisationId, change.newLead);
		case 'lead':
			return members.map(({ organisationId }) => ({
				organisationId,
				isLead: organisationId === change.organisationId
			}));
	}
}

/** The last day of a membership that a change ends. */
export function lastDayBefore({ from }: NetworkChange): string {
	return dayBefore(from);
}

/** What is entered has happened; it does not begin before the memberships that it ends, nor is anybody there twice. */
function dayFaults(standing: readonly Membership[], today: string, change: NetworkChange): NetworkFault[] {
	const choosing = change.kind === 'lead' || leads(standing, change.organisationId);
	const ended = standing.filter(({ organisationId, isLead }) => {
		return (
			organisationId === change.organisationId || organisationId === chosen(change) || (isLead && choosing)
		);
	});
	const first = latest(...ended.map(({ joinedOn }) => joinedOn));
	if (change.from > today) return [{ code: 'network.day_ahead', field: 'from', limit: today }];
	return change.from < first ? [{ code: 'network.before_previous', field: 'from', limit: first }] : [];
}

/** Who leads from then on, where a change says it. */
function chosen(change: NetworkChange): string | null {
	if (change.kind === 'join') return null;
	return change.kind === 'lead' ? change.organisationId : change.newLead;
}

/** The choice of a lead needs its own minutes; while the lead stays, those by which it was chosen hold. */
function hasMinutes(standing: readonly Membership[], change: NetworkChange): boolean {
	const earlier = standing.find(({ isLead }) => isLead)?.minutes;
	return isTold(change.minutes) || (chosen(change) === null && isTold(earlier));
}

function leads(standing: readonly Membership[], organisationId: string): boolean {
	return standing.some((member) => member.isLead && member.organisationId === organisationId);
}

function isTold(words: string | null | undefined): boolean {
	return Boolean(words?.trim());
}

function fault(is: boolean, code: string, field: NetworkFault['field']): NetworkFault[] {
	return is ? [{ code: `network.${code}` as NetworkFault['code'], field }] : [];
}
