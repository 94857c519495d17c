import type { Call } from '@stazhirovka/contract/client';
import { findOrganisations } from '@stazhirovka/contract/sites';
import type { TypedOrganisation } from '../typed.ts';

type Sent = { id: string; q: string; seen: string; found: string };

/**
 * What the choosers of this name sent, in their order. Words that chose nothing are looked up: a single organisation
 * that they find is taken, of several the person chooses.
 */
export async function readOrganisations(
	call: Call,
	data: FormData,
	name: string
): Promise<TypedOrganisation[]> {
	const all = (field: string) => data.getAll(field).map(String);
	const [ids, typed, seen, found] = [all(name), all(`${name}.q`), all(`${name}.seen`), all(`${name}.found`)];
	const several = typed.length > 1;
	return Promise.all(
		typed.map((q, n) =>
			look(call, {
				q: q.trim(),
				id: ids[n] ?? '',
				seen: seen[n] ?? '',
				// Only the fields that found several have this one, so of many it cannot be told whose it is.
				found: several ? '' : (found[0] ?? '')
			})
		)
	);
}

/** The same of a chooser that stands alone. */
export async function readOrganisation(call: Call, data: FormData, name: string): Promise<TypedOrganisation> {
	const [first] = await readOrganisations(call, data, name);
	return first ?? { id: String(data.get(name) ?? ''), title: '', found: [] };
}

/** Why nothing was chosen though something was typed; null when all is well. */
export function unchosen(typed: TypedOrganisation): string | null {
	if (typed.id || !typed.title) return null;
	return typed.found.length ? 'organisation.choose_one' : 'organisation.not_found';
}

async function look(call: Call, { id, q, seen, found }: Sent): Promise<TypedOrganisation> {
	if (q === '') return { id: '', title: '', found: [] };
	if (id && q === seen) return { id, title: seen, found: [] };

	const answer = await call(findOrganisations, { querystring: { q } });
	const items = answer.ok ? answer.value.items : [];
	const exact = items.filter(({ title }) => title.toLowerCase() === q.toLowerCase());
	const one = items.find((item) => item.id === found) ?? (exact.length === 1 ? exact[0] : undefined);
	const only = one ?? (items.length === 1 ? items[0] : undefined);
	return only ? { id: only.id, title: only.title, found: [] } : { id: '', title: q, found: items };
}
