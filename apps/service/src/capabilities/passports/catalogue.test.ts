import {
	listProducts,
	publishProduct,
	writeProduct,
	type ProductFields
} from '@stazhirovka/contract/passports';
import { consents, finalWorks, siteProducts } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let guest: Visitor;
let own: Awaited<ReturnType<typeof siteUnder>>;
let other: Awaited<ReturnType<typeof siteUnder>>;

beforeAll(async () => {
	world = await createWorld();
	guest = await world.as(null);
	await publishRules(world, 'lenobl');
	own = await siteUnder(world, 'lenobl');
	other = await siteUnder(world, 'lenobl');
});
beforeEach(() => world.db.delete(siteProducts));
afterAll(() => world.close());

const ADVICE: ProductFields = {
	kind: 'recommendations',
	title: 'Методические рекомендации о внимании учеников',
	authors: '',
	theme: 'Чтение в начальной школе',
	link: 'https://school.ru/memo',
	licence: 'by_nc',
	workId: null
};

async function put(change: Partial<ProductFields> = {}, site = own, published = true): Promise<string> {
	const item = randomUUID();
	const params = { id: site.id, item };
	await site.visitor.must(writeProduct, { params, body: { ...ADVICE, ...change, revision: null } });
	if (published) await site.visitor.must(publishProduct, { params, body: { revision: 0, published } });
	return item;
}

async function found(querystring: Parameters<typeof query>[0] = {}) {
	return (await query(querystring)).items.map(({ title }) => title).toSorted();
}

function query(querystring: {
	q?: string;
	site?: string;
	region?: string;
	kind?: 'other';
	theme?: string;
	licence?: 'by' | 'by_nc';
}) {
	return guest.must(listProducts, { querystring });
}

test('R137 a product is found by words in any form, by theme, kind, licence, site and region, with its author, link and licence', async () => {
	await put({ authors: 'Ольхова Т. В.' });
	await put({ title: 'Сценарий ещё одного урока', kind: 'other', theme: 'Счёт', licence: 'by' }, other);
	const { items, choices, total } = await query({ q: 'рекомендация внимание' });
	expect(items).toMatchObject([
		{
			title: ADVICE.title,
			authors: 'Ольхова Т. В.',
			link: ADVICE.link,
			licence: 'by_nc',
			theme: ADVICE.theme,
			site: { id: own.id, region: world.region.title }
		}
	]);
	expect(total).toBe(1);
	expect(choices.themes).toEqual(['Счёт', 'Чтение в начальной школе']);
	expect(choices.sites.map(({ value }) => value).toSorted()).toEqual([own.id, other.id].toSorted());

	const second = ['Сценарий ещё одного урока'];
	expect(await found({ q: 'еще уроки' })).toEqual(second);
	expect(await found({ q: 'счет' })).toEqual(second);
	expect(await found({ kind: 'other' })).toEqual(second);
	expect(await found({ theme: 'Счёт' })).toEqual(second);
	expect(await found({ licence: 'by' })).toEqual(second);
	expect(await found({ site: other.id })).toEqual(second);
	expect(await found({ region: world.region.id })).toHaveLength(2);
	expect(await found({ region: randomUUID() })).toEqual([]);
	expect(await found({ q: 'Ольхова' })).toEqual([]);
});

test('R137 a draft and what was hidden again are not in the catalogue', async () => {
	await put({ title: 'Черновик памятки' }, own, false);
	const item = await put();
	expect(await found()).toEqual([ADVICE.title]);
	const params = { id: own.id, item };
	await own.visitor.must(publishProduct, { params, body: { revision: 1, published: false } });
	expect(await query({})).toMatchObject({ items: [], total: 0, choices: { sites: [], themes: [] } });
});

test('X7 a work of an intern is in the catalogue only while its author consents', async () => {
	const [enrolment] = world.enrolments;
	const [intern] = world.interns;
	if (!enrolment || !intern) throw new Error('No intern');
	const [made] = await world.db
		.insert(finalWorks)
		.values({
			...{ cohortId: world.cohort.id, enrolmentId: enrolment.id, title: 'Урок с паузами' },
			...{ state: 'passed', publishedAt: new Date('2027-01-18T07:00:00Z') }
		})
		.returning();
	const given = { personId: intern.id, kind: 'publication', version: '1' };
	await world.db.insert(consents).values(given);
	const faults = (licence: ProductFields['licence']) =>
		own.visitor.call(writeProduct, {
			params: { id: own.id, item: randomUUID() },
			body: { ...ADVICE, licence, workId: randomUUID(), revision: null }
		});
	const [ofLicence, ofWork] = [{ field: 'licence', code: 'passport.licence_of_work' }, { field: 'workId' }];
	expect(await faults('by')).toMatchObject({ refusal: { problem: { details: { faults: [ofLicence, ofWork] } } } });
	expect(await faults('consent')).toMatchObject({ refusal: { problem: { details: { faults: [ofWork] } } } });
	await world.db.insert(siteProducts).values({
		...{ siteId: own.id, kind: 'individual', title: 'Урок с паузами', finalWorkId: made?.id },
		publishedOn: '2027-01-18'
	});
	expect((await query({})).items).toMatchObject([{ title: 'Урок с паузами' }]);
	expect((await query({})).items[0]?.authors).toContain(intern.surname);
	await world.db
		.update(consents)
		.set({ withdrawnAt: new Date('2027-01-18T07:00:00Z') })
		.where(eq(consents.personId, intern.id));
	expect(await query({})).toMatchObject({ items: [], total: 0, choices: { sites: [] } });
});
