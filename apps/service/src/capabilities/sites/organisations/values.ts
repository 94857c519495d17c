import type { OrganisationFields } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import { normalEmail } from '@stazhirovka/domain/accounts';
import { foldedTitle, isInn } from '@stazhirovka/domain/sites';
import { fail, faulty } from '../../../shell/errors.ts';
import { findByTitle, isMunicipalityOf, putMunicipality } from './store.ts';

type Place = { id: string; regionId: string };

/** What is stored of an organisation; 422 names every field that cannot be so. */
export async function organisationValues(tx: Tx, { regionId }: Place, fields: OrganisationFields) {
	const { newMunicipality, municipalityId, licence, ...rest } = fields;
	const foreign = municipalityId !== null && !(await isMunicipalityOf(tx, municipalityId, regionId));
	const faults = [
		...(rest.inn !== null && !isInn(rest.inn) ? [{ field: 'inn', code: 'organisation.inn_wrong' }] : []),
		...(rest.email !== null && !normalEmail(rest.email)
			? [{ field: 'email', code: 'account.bad_email' }]
			: []),
		...(rest.website !== null && !isWebAddress(rest.website)
			? [{ field: 'website', code: 'organisation.website_wrong' }]
			: []),
		...(foreign ? [{ field: 'municipalityId', code: 'organisation.municipality_unknown' }] : [])
	];
	if (faults.length) faulty('organisation.faulty', { faults });

	const municipality =
		newMunicipality === null ? municipalityId : await putMunicipality(tx, regionId, newMunicipality);
	return { ...rest, dpoLicence: licence, municipalityId: municipality };
}

/** A name that another organisation of the region has is asked about; the caller holds the region's lock. */
export async function allowTitle(tx: Tx, { id, regionId }: Place, title: string): Promise<void> {
	const twin = await findByTitle(tx, { regionId, folded: foldedTitle(title), except: id });
	if (twin) fail('refused', 'organisation.same_title', { field: 'title', id: twin });
}

function isWebAddress(address: string): boolean {
	return /^https?:\/\/\S+$/iu.test(address) && URL.canParse(address);
}
