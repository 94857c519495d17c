import type { OrganisationFields } from '@stazhirovka/contract/sites';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

/** What a submitted form tells of an organisation. A licence is there when either of its fields is. */
export function givenOrganisation(data: FormData): OrganisationFields {
	const number = textOf(data, 'licenceNumber').trim();
	const date = textOf(data, 'licenceDate');
	return {
		title: textOf(data, 'title'),
		shortTitle: textOf(data, 'shortTitle'),
		kind: textOf(data, 'kind') as OrganisationFields['kind'],
		ownership: textOrNull(data, 'ownership') as OrganisationFields['ownership'],
		inn: textOrNull(data, 'inn'),
		licence: number || date ? { number, date } : null,
		municipalityId: textOrNull(data, 'municipality'),
		newMunicipality: textOrNull(data, 'newMunicipality'),
		address: textOrNull(data, 'address'),
		head: textOrNull(data, 'head'),
		phone: textOrNull(data, 'phone'),
		email: textOrNull(data, 'email'),
		website: textOrNull(data, 'website')
	};
}
