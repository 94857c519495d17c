import { findOrganisations } from '@stazhirovka/contract/sites';
import { organisations } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	const made = Array.from({ length: 45 }, (_, n) => ({
		title: `Муниципальная школа № ${700 + n}`,
		shortTitle: `Школа № ${700 + n}`,
		regionId: world.region.id,
		kind: 'host' as const,
		inn: n === 7 ? '7707083893' : null
	}));
	await world.db.insert(organisations).values(made);
});
afterAll(() => world.close());

async function find(querystring: object) {
	return (await world.as(null)).must(findOrganisations, { querystring });
}

test('organisations are found by words of a name in any order, and by an ИНН', async () => {
	expect((await find({ q: '712 школа' })).items.map(({ title }) => title)).toEqual(['Школа № 712']);
	expect((await find({ q: '7707083893' })).items.map(({ title }) => title)).toEqual(['Школа № 707']);
	expect((await find({ q: 'такой нет' })).items).toEqual([]);
});

test('a long list comes page by page, each with the whole number', async () => {
	const [first, third, beyond] = [
		await find({ q: 'муниципальная' }),
		await find({ q: 'муниципальная', page: 3 }),
		await find({ q: 'муниципальная', page: 9 })
	];
	expect([first.items.length, first.total, first.pages]).toEqual([20, 45, 3]);
	expect([third.items.length, third.total, beyond.items.length, beyond.total]).toEqual([5, 45, 0, 45]);
});

test('what is not for choosing is not found, and ids that are none are no organisations', async () => {
	const [one] = (await find({ q: '720' })).items;
	expect((await find({ ids: `${one?.id},x` })).items).toEqual([one]);
	expect((await find({ ids: 'x' })).items).toEqual([]);
	await world.db
		.update(organisations)
		.set({ listed: false })
		.where(eq(organisations.shortTitle, 'Школа № 720'));
	expect((await find({ q: '720' })).items).toEqual([]);
});
