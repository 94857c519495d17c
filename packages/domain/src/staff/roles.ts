import type { RegulationProfile, RegulationRole } from '../regulations/index.ts';

type Roles = Pick<RegulationProfile, 'roles'>;

/** Words by which sources name whoever stands beside interns; whoever does so gets the platform's role of a tutor. */
const ACCOMPANIES = /тьютор|наставник|куратор/i;
/** A leader of a «площадка», or of what sources shorten so: «МСП». */
const LEADS = /^руководитель\s.*(площадк|(?<!\p{L})\p{L}{0,3}сп(?!\p{L}))/iu;
const COLLEGIAL = /коллегиальн/i;

/** Whether people of this role accompany interns (R71): told by its title alone, for duties speak of others too. */
export function accompanies({ title }: Pick<RegulationRole, 'title'>): boolean {
	return ACCOMPANIES.test(title);
}

/** Whether the role is that of the site's leader, whom an act appoints (R32): told by its title, as `accompanies`. */
export function leads({ title }: Pick<RegulationRole, 'title'>): boolean {
	return LEADS.test(title);
}

/** Words by which sources name whoever is taught: those are the platform's interns, whom nobody appoints. */
const LEARNS = /(?<!\p{L})(стаж[её]р|слушатель)(?!\p{L})/iu;

/** Roles of a profile to which people of the site are appointed: told by their titles, as `accompanies`. */
export function staffRoles({ roles }: Roles): RegulationRole[] {
	return roles.filter(({ title }) => !LEARNS.test(title));
}

/** Words by which sources say that somebody is appointed: to appoint is to issue an act (R71). */
const APPOINTS = /(?<!\p{L})(назнач|приказ)/iu;

/** Whether nobody is in the role without an act: told by who is in it, as the source says. Silence asks for none. */
export function appointedByAct({ who }: Pick<RegulationRole, 'who'>): boolean {
	return APPOINTS.test(who ?? '');
}

/** Whether somebody is chosen for the role by minutes: a network, and a profile that says «коллегиально» (R32). */
export function needsMinutes(role: Pick<RegulationRole, 'network_rule'>, members: number): boolean {
	return members > 1 && isChosen(role);
}

/** Whether the rule of networks for a role speaks of a collegial choice. */
export function isChosen({ network_rule }: Pick<RegulationRole, 'network_rule'>): boolean {
	return COLLEGIAL.test(network_rule ?? '');
}

/**
 * The role by its key. Where a source names no roles at all, silence is not a rule: people name the role by words of
 * their own, and it has neither duties nor a rule.
 */
export function roleOf({ roles }: Roles, key: string): RegulationRole | undefined {
	if (roles.length > 0) return staffRoles({ roles }).find((role) => role.key === key);
	return key.trim() === '' ? undefined : { key, title: key, duties: [] };
}
