import {
	changeOrganisation,
	enterOrganisation,
	getOrganisation,
	listKeptOrganisations,
	listKeptRegions,
	type OrganisationFields
} from '@stazhirovka/contract/sites';
import { organisations, regions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../../testing/person.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const keeper = await world.as(world.coordinator);
const [otherRegion] = await world.db.insert(regions).values({ title: 'Заозёрный край' }).returning();
const neighbour = await world.as(
	await makePerson(world.db, {}, [{ role: 'coordinator', scope: { kind: 'region', id: otherRegion!.id } }])
);

const fields = (changes: Partial<OrganisationFields> = {}): OrganisationFields => ({
	...{ title: 'МБОУ «Школа № 5»', shortTitle: 'Школа № 5', kind: 'host', ownership: 'municipal' },
	...{ inn: '7707083893', licence: { number: 'Л-1', date: '2024-02-01' }, municipalityId: null },
	...{ newMunicipality: 'Лесной округ', address: null, head: null, phone: null },
	...{ email: 'school5@test.example', website: 'https://school5.example/', ...changes }
});
const enter = (changes: Partial<OrganisationFields> = {}, { id = randomUUID(), other = false } = {}) =>
	keeper.call(enterOrganisation, { body: { ...fields(changes), id, regionId: world.region.id, other } });

test('X1 a coordinator enters an organisation with its owner, licence and municipality', async () => {
	const entered = await enter();
	expect(entered).toMatchObject({
		value: {
			...{ ownership: 'municipal', municipality: 'Лесной округ', revision: 0, sites: [] },
			licence: { number: 'Л-1', date: '2024-02-01' },
			region: { title: 'Северореченская область' }
		}
	});
	const [region] = await keeper.must(listKeptRegions, {});
	expect(region?.municipalities.map(({ title }) => title)).toEqual(['Лесной округ']);
	const found = await keeper.must(listKeptOrganisations, { querystring: { q: 'ЛЕСНОЙ школа 5' } });
	expect([found.total, found.items[0]?.title]).toEqual([1, 'МБОУ «Школа № 5»']);
});

test('the same form sent twice is stored once, also at the same time', async () => {
	const id = randomUUID();
	const again = () => enter({ title: 'Лицей № 6', inn: null }, { id });
	expect((await Promise.all([again(), again()])).map(({ ok }) => ok)).toEqual([true, true]);
	expect(await world.db.$count(organisations, eq(organisations.title, 'Лицей № 6'))).toBe(1);
});

test('a name given twice is asked about, however it is written', async () => {
	const twin = { title: 'мбоу "ШКОЛА  № 5"', inn: null };
	const asked = await enter(twin);
	expect(asked).toMatchObject({ refusal: { status: 409, code: 'organisation.same_title' } });
	expect((await enter(twin, { other: true })).ok).toBe(true);
	const both = await Promise.all([1, 2].map(() => enter({ title: 'Гимназия № 1', inn: null })));
	expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('every field that cannot be so is named', async () => {
	const wrong = { title: 'Иная', inn: '7707083894', email: 'никто', website: 'javascript:alert(1)' };
	expect(await enter({ ...wrong, municipalityId: otherRegion!.id, newMunicipality: null })).toMatchObject({
		refusal: {
			status: 422,
			problem: {
				details: {
					faults: [
						{ field: 'inn', code: 'organisation.inn_wrong' },
						{ field: 'email', code: 'account.bad_email' },
						{ field: 'website', code: 'organisation.website_wrong' },
						{ field: 'municipalityId', code: 'organisation.municipality_unknown' }
					]
				}
			}
		}
	});
});

test('of two tabs the later one is told', async () => {
	const { id } = world.organisation('org-31');
	const { revision, title } = await keeper.must(getOrganisation, { params: { id } });
	const change = (head: string) =>
		keeper.call(changeOrganisation, {
			params: { id },
			body: { ...fields({ title, head, inn: null }), revision, other: false }
		});
	const answers = await Promise.all([change('Первая'), change('Вторая')]);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(answers.find(({ ok }) => !ok)).toEqual(refused(409, 'organisation.changed_meanwhile'));
	expect(await keeper.must(getOrganisation, { params: { id } })).toMatchObject({ revision: 1 });
});

test('organisations of other regions do not exist, and those who keep none have none', async () => {
	const { id } = world.organisation('org-912');
	const missing = refused(404, 'organisation.missing');
	for (const visitor of [neighbour, await world.as(world.leader), await world.as(world.stranger)]) {
		expect(await visitor.call(getOrganisation, { params: { id } })).toEqual(missing);
		expect((await visitor.must(listKeptOrganisations, { querystring: {} })).total).toBe(0);
		const body = { ...fields(), revision: 0, other: true };
		expect(await visitor.call(changeOrganisation, { params: { id }, body })).toEqual(missing);
		const foreign = { ...fields(), id: randomUUID(), regionId: world.region.id, other: true };
		expect(await visitor.call(enterOrganisation, { body: foreign })).toEqual(refused(404, 'region.missing'));
	}
	const guest = await world.as(null);
	expect(await guest.call(getOrganisation, { params: { id } })).toEqual(refused(401, 'unauthenticated'));
});
