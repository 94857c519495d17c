export const ROLES = [
	'intern',
	'tutor',
	'leader',
	'expert',
	'coordinator',
	'administrator',
	'observer'
] as const;
export type Role = (typeof ROLES)[number];

export type Scope = { kind: 'platform' | 'region' | 'municipality' | 'site' | 'cohort'; id: string | null };

/** A right to act in a role within a scope. */
export type Grant = { role: Role; scope: Scope };

/** The scopes that a thing lies in; the platform is always among them. */
export type Place = Partial<Record<'region' | 'municipality' | 'site' | 'cohort', string>>;

/** Whether one of the grants gives the role over the place: exactly there, or anywhere above it. */
export function holds(grants: readonly Grant[], role: Role, place: Place): boolean {
	return grants.some((grant) => grant.role === role && covers(grant.scope, place));
}

function covers(scope: Scope, place: Place): boolean {
	if (scope.kind === 'platform') return true;
	return scope.id !== null && place[scope.kind] === scope.id;
}
