import { textOf } from '#lib/server/form-text.ts';

/** The site that came with a form. */
export function typedSite(data: FormData) {
	return {
		title: textOf(data, 'title'),
		theme: textOf(data, 'theme'),
		...networkOf(data)
	};
}

/**
 * The organisations of a form: those that were left out are none, and one alone is no network. Where the form lets the
 * own organisation be chosen, it stands in the field of that choice.
 */
export function networkOf(data: FormData) {
	const own = textOf(data, 'own') || textOf(data, 'organisationId');
	const others = data
		.getAll('member')
		.flatMap((id) => (typeof id === 'string' && id && id !== own ? [id] : []));
	const ids = others.length ? [own, ...others] : [];
	const lead = textOf(data, 'lead');
	return {
		minutes: textOf(data, 'minutes'),
		members: ids.map((organisationId) => ({ organisationId, isLead: organisationId === (lead || own) }))
	};
}
