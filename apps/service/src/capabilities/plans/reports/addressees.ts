import type { Database, Tx } from '@stazhirovka/db';
import { shortName } from '@stazhirovka/domain/certificates';
import { addressedRole, isAddressed } from '@stazhirovka/domain/plans';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { EnteredSite } from '../../staff/index.ts';
import { appointedTo, peopleOfRegion } from './addressee-queries.ts';

export type AddressedPerson = { id: string; name: string; email: string; givenName: string };

/**
 * People with an account to whom a report goes by its regulation (R126): whoever is appointed to the role that the
 * source names, or has the position in the region. The source's words may name nobody whom the platform knows.
 */
export async function addresseesOf(
	db: Database | Tx,
	site: Pick<EnteredSite, 'id' | 'regionId' | 'today'>,
	profile: RegulationProfile
): Promise<AddressedPerson[]> {
	if (!profile.report.to) return [];
	const role = addressedRole(profile);
	const [appointed, regional] = await Promise.all([
		role === undefined ? [] : appointedTo(db, site, role),
		peopleOfRegion(db, site.regionId)
	]);
	const positioned = regional.filter(({ position }) => isAddressed(profile, position));
	const found = new Map([...appointed, ...positioned].map((person) => [person.id, person]));
	return [...found.values()].map((person) => ({
		...{ id: person.id, email: person.email, givenName: person.givenName },
		name: shortName(person)
	}));
}
