import type { Call } from '@stazhirovka/contract/client';
import { expect, test } from 'vitest';
import { readNetwork } from './typed-site.ts';

/** Organisations are found by their titles, which are their ids in capitals. */
const call = (async (_: unknown, { querystring: { q } }: { querystring: { q: string } }) => ({
	ok: true,
	value: { items: ['b', 'c'].filter((id) => id.toUpperCase() === q).map((id) => ({ id, title: q })) }
})) as unknown as Call;

function form(members: string[], lead = ''): FormData {
	const data = new FormData();
	data.set('lead', lead);
	for (const title of members) data.append('member.q', title);
	return data;
}

test('one organisation alone is no network', async () => {
	const { network, faults } = await readNetwork(call, form(['']), 'a');
	expect([network.members, faults]).toEqual([[], []]);
});

test('the own organisation is in the network, and leads it until another is chosen', async () => {
	expect((await readNetwork(call, form(['B', '']), 'a')).network.members).toEqual([
		{ organisationId: 'a', isLead: true },
		{ organisationId: 'b', isLead: false }
	]);
	expect((await readNetwork(call, form(['B', ''], 'b'), 'a')).network.members).toEqual([
		{ organisationId: 'a', isLead: false },
		{ organisationId: 'b', isLead: true }
	]);
});

test('what was typed and found nothing is a fault of its row', async () => {
	const { faults } = await readNetwork(call, form(['B', 'Нигде']), 'a');
	expect(faults).toEqual([{ field: 'members.1', code: 'organisation.not_found' }]);
});
