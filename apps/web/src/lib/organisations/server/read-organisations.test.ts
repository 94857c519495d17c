import type { Call } from '@stazhirovka/contract/client';
import { expect, test } from 'vitest';
import { readOrganisation, readOrganisations, unchosen } from './read-organisations.ts';

const SCHOOLS = [
	{ id: 'a', title: 'Школа № 1', place: null },
	{ id: 'b', title: 'Школа № 12', place: null }
];
const call = (async (_: unknown, { querystring }: { querystring: { q: string } }) => ({
	ok: true,
	value: { items: SCHOOLS.filter(({ title }) => title.includes(querystring.q)) }
})) as unknown as Call;

function form(...fields: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

const read = (...fields: [string, string][]) => readOrganisation(call, form(...fields), 'school');

test('what was chosen is taken as long as its words stand', async () => {
	expect(await read(['school', 'x'], ['school.seen', 'Лицей'], ['school.q', 'Лицей'])).toEqual({
		id: 'x',
		title: 'Лицей',
		found: []
	});
	expect(await read(['school', 'x'], ['school.seen', 'Лицей'], ['school.q', ' '])).toMatchObject({ id: '' });
});

test('without scripts words are looked up: one is taken, of several one is chosen, none is told', async () => {
	expect(await read(['school.q', '№ 12'])).toMatchObject({ id: 'b', title: 'Школа № 12' });
	expect(await read(['school.q', 'Школа № 1'])).toMatchObject({ id: 'a' });
	const several = await read(['school.q', 'Школа']);
	expect([several.id, several.found, unchosen(several)]).toEqual(['', SCHOOLS, 'organisation.choose_one']);
	expect(await read(['school.q', 'Школа'], ['school.found', 'b'])).toMatchObject({ id: 'b' });
	expect(unchosen(await read(['school.q', 'Лицей']))).toBe('organisation.not_found');
	expect(unchosen(await read(['school.q', '']))).toBeNull();
});

test('several choosers of one name keep their order', async () => {
	const rows = await readOrganisations(
		call,
		form(['m', 'x'], ['m.seen', 'Лицей'], ['m.q', 'Лицей'], ['m', ''], ['m.seen', ''], ['m.q', '№ 12']),
		'm'
	);
	expect(rows.map(({ id }) => id)).toEqual(['x', 'b']);
});
