import { holds, type Grant, type Place } from './grants.ts';

/** Runs the site or is set over it: leaders of the site, coordinators of the region, administrators. */
export function mayLead(grants: readonly Grant[], place: Place): boolean {
	return (['leader', 'coordinator', 'administrator'] as const).some((role) => holds(grants, role, place));
}

/** The sites that somebody runs, not those that the person is set over. */
export function ownSites(grants: readonly Grant[]): string[] {
	return grants.flatMap(({ role, scope }) =>
		role === 'leader' && scope.kind === 'site' && scope.id !== null ? [scope.id] : []
	);
}

/** A deficit, an answer and a private thread are seen by the intern and the intern's own tutor, by nobody else (R167). */
export function maySeePersonal(
	personId: string,
	intern: { personId: string; tutorId: string | null }
): boolean {
	return personId === intern.personId || personId === intern.tutorId;
}

/** Keeps the rules of a region: its coordinators, and administrators. */
export function mayKeepRules(grants: readonly Grant[], regionId: string): boolean {
	return (['coordinator', 'administrator'] as const).some((role) =>
		holds(grants, role, { region: regionId })
	);
}

/** Municipalities that somebody watches over; a wider grant says nothing about one of them. */
export function watchedMunicipalities(grants: readonly Grant[]): string[] {
	return grants.flatMap(({ role, scope }) =>
		role === 'observer' && scope.kind === 'municipality' && scope.id !== null ? [scope.id] : []
	);
}
