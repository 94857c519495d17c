import type { TypedOrganisation } from '#lib/organisations/typed.ts';
import { textOf } from '#lib/server/form-text.ts';

/** The site that came with a form: organisations that were left out are none, and one alone is no network. */
export function typedSite(data: FormData, others: readonly Pick<TypedOrganisation, 'id'>[]) {
	const own = textOf(data, 'own');
	const named = others.map(({ id }) => id).filter(Boolean);
	const ids = named.length ? [own, ...named] : [];
	const lead = textOf(data, 'lead');
	return {
		title: textOf(data, 'title'),
		theme: textOf(data, 'theme'),
		minutes: textOf(data, 'minutes'),
		members: ids.map((organisationId) => ({ organisationId, isLead: organisationId === (lead || own) }))
	};
}
