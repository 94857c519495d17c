import { readOrganisations, unchosen } from '#lib/organisations/server/read-organisations.ts';
import type { TypedOrganisation } from '#lib/organisations/typed.ts';
import { textOf } from '#lib/server/form-text.ts';
import type { Call } from '@stazhirovka/contract/client';

/** A network as it was typed: `members` for the service, the rest for the form when something is wrong. */
export type TypedNetwork = {
	members: { organisationId: string; isLead: boolean }[];
	minutes: string;
	others: TypedOrganisation[];
	lead: string;
};
type Read = { network: TypedNetwork; faults: { field: string; code: string }[] };

/**
 * The network of a form: organisations that were left out are none, and one alone is no network. `own` stands first and
 * leads where no other was chosen to.
 */
export async function readNetwork(call: Call, data: FormData, own: string): Promise<Read> {
	const sent = await readOrganisations(call, data, 'member');
	const others = sent.filter(({ id, title }) => (id && id !== own) || title);
	const named = others.map(({ id }) => id).filter((id) => id && id !== own);
	const ids = named.length ? [own, ...named] : [];
	const lead = textOf(data, 'lead');
	const members = ids.map((organisationId) => ({ organisationId, isLead: organisationId === (lead || own) }));
	const faults = others.flatMap((other, at) => {
		const code = unchosen(other);
		return code ? [{ field: `members.${at}`, code }] : [];
	});
	return { network: { members, minutes: textOf(data, 'minutes'), others, lead }, faults };
}
