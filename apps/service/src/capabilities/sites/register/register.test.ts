import {
	exportSites,
	getSite,
	getSiteBlock,
	listRegisterChoices,
	listSites,
	type RegisterFilter
} from '@stazhirovka/contract/sites';
import { journal, municipalities, organisations, siteMembers } from '@stazhirovka/db/schema';
import { registerFromJournal, standingOn } from '@stazhirovka/domain/sites';
import { asc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { refused } from '../../../testing/refused.ts';
import { createWorld } from '../../../testing/world.ts';
import { enterKnownStatus } from '../acts/known-status.ts';

const world = await createWorld();
afterAll(world.close);

const anybody = await world.as(null);
const titles = async (querystring: RegisterFilter) =>
	(await anybody.must(listSites, { querystring })).items.map(({ title }) => title);
const ATTENTION = 'Региональная стажировочная площадка «Внимание в классе»';
const ASSESSMENT = 'Региональная стажировочная площадка «Оценивание, которое помогает»';

test('R6 anybody searches the register by words of title, theme, organisation and municipality', async () => {
	const [town] = await world.db
		.insert(municipalities)
		.values({ regionId: world.region.id, title: 'Заозёрный округ' })
		.returning();
	const dvorets = world.organisation('org-dvorets').id;
	await world.db.update(organisations).set({ municipalityId: town!.id }).where(eq(organisations.id, dvorets));

	expect(await titles({})).toEqual([ATTENTION, ASSESSMENT]);
	expect(await titles({ q: 'ЗАОЗЕРНЫЙ оценивание' })).toEqual([ASSESSMENT]);
	expect(await titles({ q: 'трудностями' })).toEqual([ATTENTION]);
	expect(await titles({ q: 'школа 912' })).toEqual([ATTENTION]);
	expect(await titles({ q: '100%' })).toEqual([]);
	expect(await titles({ q: '_' })).toEqual([]);
	expect(await titles({ municipality: town!.id })).toEqual([ASSESSMENT]);
	expect(await titles({ regulation: 'lenobl' })).toEqual([ATTENTION]);
	expect(await titles({ region: town!.id })).toEqual([]);

	const choices = await anybody.must(listRegisterChoices, {});
	expect(choices.municipalities).toEqual([
		{ value: town!.id, title: 'Заозёрный округ', region: world.region.id }
	]);
	expect(choices.regions.map(({ value }) => value)).toEqual([world.region.id]);
	expect(choices.regulations.map(({ value }) => value).sort()).toEqual(['kuzbass', 'lenobl']);
});

test('R34 the register of a day shows statuses as they were on it', async () => {
	const statuses = async (on: string) =>
		(await anybody.must(exportSites, { querystring: { on } })).map(({ status, lastDay }) => [
			status,
			lastDay
		]);
	expect(await statuses('2025-08-31')).toEqual([]);
	expect(await statuses('2025-09-01')).toEqual([['active', '2028-08-31']]);
	expect(await statuses('2028-01-01')).toEqual([
		['active', '2028-08-31'],
		['expired', '2027-12-31']
	]);
	expect(await titles({ on: '2028-01-01', status: 'expired' })).toEqual([ASSESSMENT]);
	expect(await titles({ status: 'suspended' })).toEqual([]);
});

test('R34 today is the day where the site is', async () => {
	world.at('2027-12-31T22:00:00Z');
	expect(await titles({ status: 'expired' })).toEqual([ASSESSMENT]);
	world.at('2027-12-31T20:59:00Z');
	expect(await titles({ status: 'expired' })).toEqual([]);
	world.at('2027-01-18T07:00:00Z');
});

test('R3 a passport tells the status, its act and term, who stands behind it and what is offered', async () => {
	const passport = await anybody.must(getSite, { params: { id: world.site.id }, querystring: {} });
	expect(passport).toMatchObject({
		day: '2027-01-18',
		standing: { status: 'active', from: '2025-09-01', lastDay: '2028-08-31', act: { number: 'ДЕМО-17-р' } },
		history: [{ kind: 'grant', act: { kind: 'распоряжение', signedOn: '2025-09-01' }, ground: null }],
		organisation: { title: expect.stringContaining('Школа № 912') },
		members: [],
		operator: 'ГАУ ДПО «Северореченский институт развития образования»',
		leaders: [{ fullName: 'Полозьев Демьян Игнатович', position: expect.any(String) }],
		programmes: [{ key: 'adhd-lesson-12h', hours: 12 }],
		cohorts: [{ title: 'Поток 1' }]
	});
	expect(JSON.stringify(passport)).not.toContain('@');
});

test('R34 a passport of a past day knows nothing that came later', async () => {
	const on = async (day: string) =>
		anybody.must(getSite, { params: { id: world.site.id }, querystring: { on: day } });
	expect(await on('2025-08-31')).toMatchObject({ standing: null, history: [], today: '2027-01-18' });
	expect(await on('2029-01-01')).toMatchObject({ standing: { status: 'expired' } });
});

test('R31 a passport names the network of its day, and each of its organisations finds the site', async () => {
	const row = (key: string, isLead: boolean, joinedOn: string, leftOn: string | null = null) => ({
		...{ siteId: world.otherSite.id, organisationId: world.organisation(key).id, isLead, joinedOn, leftOn }
	});
	await world.db
		.insert(siteMembers)
		.values([
			row('org-dvorets', true, '2026-02-01'),
			row('org-31', false, '2026-02-01', '2026-12-31'),
			row('org-48', false, '2026-03-01')
		]);
	const members = async (day: string) => {
		const passport = await anybody.must(getSite, {
			params: { id: world.otherSite.id },
			querystring: { on: day }
		});
		return passport.members.map(({ organisation, isLead }) => [organisation.match(/\d+/)?.[0], isLead]);
	};
	expect(await members('2026-02-15')).toEqual([
		['77', true],
		['331', false]
	]);
	expect(await members('2027-01-18')).toEqual([
		['77', true],
		['448', false]
	]);
	expect(await titles({ q: 'верхние облака' })).toEqual([ASSESSMENT]);
	expect(await titles({ q: 'туманный лог' })).toEqual([]);
});

test('X24 any page may read the block of a site, and only that', async () => {
	const response = await anybody.inject({ url: `/api/sites/${world.site.id}/block.json` });
	expect(response.headers['access-control-allow-origin']).toBe('*');
	expect(response.headers['cross-origin-resource-policy']).toBe('cross-origin');
	const block = await anybody.must(getSiteBlock, { params: { id: world.site.id } });
	expect(block).toMatchObject({
		title: ATTENTION,
		status: 'active',
		day: '2027-01-18',
		address: `http://stazhirovka.test/sites/${world.site.id}`
	});
	const list = await anybody.inject({ url: '/api/sites' });
	expect(list.headers['access-control-allow-origin']).toBeUndefined();
});

test('a site that no act has spoken of is not public', async () => {
	const missing = refused(404, 'site.missing');
	const params = { id: world.region.id };
	expect(await anybody.call(getSite, { params, querystring: {} })).toEqual(missing);
	expect(await anybody.call(getSiteBlock, { params })).toEqual(missing);
});

test('R34 the journal alone gives the register of every day', async () => {
	const act = {
		...{ kind: 'приказ', number: 'Н-1', signedOn: '2027-01-11' },
		...{ issuer: 'Комитет', title: 'О статусе', known: false }
	};
	const author = { actor: null, now: world.deps.now };
	const again = { site: world.otherSite, act, from: '2028-12-01', lastDay: '2029-11-30' };
	await world.db.transaction((tx) => enterKnownStatus(tx, author, again));

	const entries = await world.db.select().from(journal).orderBy(asc(journal.id));
	const told = registerFromJournal(entries);
	for (const on of ['2025-09-01', '2027-01-10', '2027-01-18', '2028-12-01', '2029-12-01']) {
		const register = await anybody.must(exportSites, { querystring: { on } });
		const fromJournal = [...told].flatMap(([id, decisions]) => {
			const standing = standingOn(decisions, on);
			return standing ? [[id, standing.status, standing.from, standing.lastDay]] : [];
		});
		const stored = register.map(({ id, status, from, lastDay }) => [id, status, from, lastDay]);
		expect(stored.sort()).toEqual(fromJournal.sort());
	}
});
