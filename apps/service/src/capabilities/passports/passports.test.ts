import {
	getPassportDesk,
	getPublishedPassport,
	publishNews,
	publishPassport,
	publishProduct,
	savePassport,
	writeNews,
	writeProduct
} from '@stazhirovka/contract/passports';
import { addAgreement, appointPerson } from '@stazhirovka/contract/staff';
import { regulationFile } from '@stazhirovka/db/seeds';
import { consents, journal, planRows, plans } from '@stazhirovka/db/schema';
import { NO_CHOICE } from '@stazhirovka/domain/passports';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { asc, eq, inArray } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../testing/person.ts';
import { planner, rowUnder } from '../../testing/plans.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-11-01T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl');

const { roles } = regulationFile('lenobl') as unknown as RegulationProfile;
const CURATOR = roles.find(({ key }) => key === 'curator')?.title;
const guest = await world.as(null);
const { db } = world;

async function openSite() {
	const site = await siteUnder(world, 'lenobl');
	const params = { id: site.id };
	const by = site.visitor;
	const desk = () => by.must(getPassportDesk, { params });
	const shown = () => guest.must(getPublishedPassport, { params });
	const save = (change: object, revision: number) =>
		by.call(savePassport, { params, body: { ...NO_CHOICE, ...change, revision } });
	const publish = (revision: number) => by.call(publishPassport, { params, body: { revision } });
	return { ...site, params, by, desk, shown, save, publish };
}

test('R6 what a site shows is drafted first, published then, and of two tabs the later is told', async () => {
	const { desk, shown, save, publish } = await openSite();
	expect(await desk()).toMatchObject({ revision: 0, draft: NO_CHOICE, shown: null, changed: false });
	expect(await shown()).toMatchObject({ about: '', staff: [], plan: null, news: [], products: [] });

	await save({ about: 'Мы учим смотреть урок' }, 0);
	expect((await shown()).about).toBe('');
	expect(await desk()).toMatchObject({ revision: 1, changed: true });
	expect(await save({ about: 'Другая вкладка' }, 0)).toMatchObject({
		refusal: { problem: { code: 'passport.changed_meanwhile' } }
	});
	expect((await publish(0)).ok).toBe(false);
	expect((await publish(1)).ok).toBe(true);
	expect((await shown()).about).toBe('Мы учим смотреть урок');
	expect(await desk()).toMatchObject({ revision: 1, changed: false });
});

test('X7 of the staff only those are named whose consent stands', async () => {
	const { by, params, desk, shown, save, publish } = await openSite();
	const person = await makePerson(db, { surname: 'Ольхова', givenName: 'Тамара' });
	const appointment = {
		...{ role: 'curator', name: 'Ольхова Тамара', position: 'методист', email: person.email },
		...{ from: '2026-09-01', actId: null, minutes: null },
		act: { body: 'Школа', number: '12', date: '2026-09-01' }
	};
	await by.must(appointPerson, { params, body: appointment });
	await by.must(appointPerson, { params, body: { ...appointment, name: 'Без Почты', email: '' } });
	const [one, other] = (await desk()).staff;
	expect([one?.consented, other?.consented]).toEqual([false, false]);
	const olhova = (await desk()).staff.find(({ name }) => name === 'Ольхова Тамара')!.id;
	expect(await save({ staff: [olhova] }, 0)).toMatchObject({
		refusal: { problem: { details: { faults: [{ field: 'staff', code: 'passport.staff_unknown' }] } } }
	});

	await db.insert(consents).values({ personId: person.id, kind: 'passport', version: '2026-11-22' });
	await save({ staff: [olhova] }, 0);
	await publish(1);
	expect((await shown()).staff).toEqual([{ name: 'Ольхова Тамара', role: CURATOR, position: 'методист' }]);
	await db.update(consents).set({ withdrawnAt: new Date() }).where(eq(consents.personId, person.id));
	expect((await shown()).staff).toEqual([]);
});

test('R52 the plan in force is shown with the rows that are open to everybody', async () => {
	const { by, id, shown, save, publish, desk } = await openSite();
	const plan = planner(by);
	const begun = await plan.begin(id);
	const planId = begun.ok ? begun.value.id : '';
	await plan.add(planId, rowUnder('lenobl', { title: 'Открытый урок', isPublic: true }));
	await plan.add(planId, rowUnder('lenobl', { title: 'Внутренняя встреча' }));
	await save({ plan: true }, 0);
	await publish(1);
	expect((await shown()).plan).toBeNull();

	await db.update(plans).set({ state: 'in_force' }).where(eq(plans.id, planId));
	const { plan: told } = await shown();
	expect(told?.rows.map(({ title }) => title)).toEqual(['Открытый урок']);
	expect((await desk()).plan).toMatchObject({ rows: 1 });
	await db.update(planRows).set({ cancelledAt: new Date() }).where(eq(planRows.planId, planId));
	expect((await shown()).plan?.rows).toEqual([]);
});

test('R144, R137 news and products are drafts until they are published, and can be hidden again', async () => {
	const { by, id, shown } = await openSite();
	const item = randomUUID();
	const place = { params: { id, item } };
	const news = { title: 'Прошёл открытый урок', body: 'Было сорок учителей.' };
	await by.must(writeNews, { ...place, body: { ...news, revision: null } });
	await by.must(writeNews, { ...place, body: { ...news, revision: null } });
	const otherNews = { ...place, body: { ...news, body: 'Было сорок два учителя.', revision: null } };
	expect(await by.call(writeNews, otherNews)).toEqual(refused(409, 'passport.changed_meanwhile'));
	expect((await shown()).news).toEqual([]);
	await by.must(publishNews, { ...place, body: { revision: 0, published: true } });
	expect((await shown()).news).toEqual([{ id: item, publishedOn: '2026-11-01', ...news }]);
	expect(await by.call(writeNews, { ...place, body: { ...news, revision: 0 } })).toEqual(
		refused(409, 'passport.changed_meanwhile')
	);
	await by.must(publishNews, { ...place, body: { revision: 1, published: false } });
	expect((await shown()).news).toEqual([]);

	const product = { kind: 'recommendations', title: 'Памятка', authors: 'Ольхова Т. В.', theme: '' } as const;
	const made = { params: { id, item: randomUUID() } };
	const body = {
		...product,
		link: 'javascript:alert(1)',
		licence: 'by',
		workId: null,
		revision: null
	} as const;
	expect(await by.call(writeProduct, { ...made, body })).toEqual(
		refused(422, 'passport.faulty', { faults: [{ field: 'link', code: 'passport.link_wrong' }] })
	);
	const linked = { ...body, link: 'https://school.ru/memo' };
	for (let press = 0; press < 2; press++) await by.must(writeProduct, { ...made, body: linked });
	expect(await by.call(writeProduct, { ...made, body: { ...linked, title: 'Другая памятка' } })).toEqual(
		refused(409, 'passport.changed_meanwhile')
	);
	await by.must(publishProduct, { ...made, body: { revision: 0, published: true } });
	expect((await shown()).products).toMatchObject([
		{ ...product, link: 'https://school.ru/memo', licence: 'by' }
	]);
	expect(await kindsOf([item, made.params.item])).toEqual([
		...['site_news.written', 'site_news.published', 'site_news.hidden'],
		...['site_product.written', 'site_product.published']
	]);
});

test('R19 an agreement is shown where the leader chose it; strangers and other leaders write nothing', async () => {
	const { by, params, desk, shown, save, publish } = await openSite();
	const agreement = { number: '7', signedOn: '2026-09-01', from: '2026-09-01', lastDay: null };
	await by.must(addAgreement, { params, body: { ...agreement, subject: 'О работе', fileId: null } });
	const [one] = (await desk()).agreements;
	await save({ agreements: [one!.id] }, 0);
	await publish(1);
	expect((await shown()).agreements).toMatchObject([{ number: '7', subject: 'О работе' }]);

	const other = await openSite();
	for (const visitor of [other.by, await world.as(world.stranger)]) {
		expect(await visitor.call(getPassportDesk, { params })).toEqual(refused(404, 'site.missing'));
		const body = { ...NO_CHOICE, revision: 1 };
		expect(await visitor.call(savePassport, { params, body })).toEqual(refused(404, 'site.missing'));
	}
	expect(await guest.call(getPublishedPassport, { params: { id: randomUUID() } })).toEqual(
		refused(404, 'site.missing')
	);
});

test('R34 after the end of a status its passport stays as it was and nobody changes it', async () => {
	const { by, params, shown, save, publish } = await openSite();
	await save({ about: 'Площадка работала' }, 0);
	await publish(1);
	world.at('2029-01-01T07:00:00Z');
	expect((await save({ about: 'Ещё раз' }, 1)).ok).toBe(false);
	expect((await by.must(getPassportDesk, { params })).can.write).toBe(false);
	expect((await shown()).about).toBe('Площадка работала');
	world.at('2026-11-01T07:00:00Z');
});

async function kindsOf(ids: string[]): Promise<string[]> {
	const rows = await db
		.select({ kind: journal.kind })
		.from(journal)
		.where(inArray(journal.subjectId, ids))
		.orderBy(asc(journal.id));
	return rows.map(({ kind }) => kind);
}
