import { textOf } from '#lib/server/form-text.ts';

/** The site that came with a form: organisations that were left out are none, and one alone is no network. */
export function typedSite(data: FormData) {
	const own = textOf(data, 'own');
	const others = data.getAll('member').flatMap((id) => (typeof id === 'string' && id ? [id] : []));
	const ids = others.length ? [own, ...others] : [];
	const lead = textOf(data, 'lead');
	return {
		title: textOf(data, 'title'),
		theme: textOf(data, 'theme'),
		minutes: textOf(data, 'minutes'),
		members: ids.map((organisationId) => ({ organisationId, isLead: organisationId === (lead || own) }))
	};
}
