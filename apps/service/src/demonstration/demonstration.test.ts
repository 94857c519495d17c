import { listDemonstrationPeople, signIn } from '@stazhirovka/contract/accounts';
import { getRoom, listRooms } from '@stazhirovka/contract/chat';
import { getPath, listCohortEnrolments, listCohorts, listMyEnrolments } from '@stazhirovka/contract/cohorts';
import { declareConflict, getApplicationToReview, listMyExpertWork } from '@stazhirovka/contract/councils';
import { listExperience } from '@stazhirovka/contract/experience';
import { getMunicipalMonitoring, getSiteMonitoring } from '@stazhirovka/contract/monitoring';
import { listProducts } from '@stazhirovka/contract/passports';
import { getPlan, listPlans } from '@stazhirovka/contract/plans';
import { listFaq, listNews, listPublicProgrammes } from '@stazhirovka/contract/portal';
import { listRegulations } from '@stazhirovka/contract/regulations';
import { listOutsideRegisters, listSites } from '@stazhirovka/contract/sites';
import { joinSpace, listSpaces } from '@stazhirovka/contract/spaces';
import {
	cohorts,
	enrolments,
	journal,
	people,
	planExecutions,
	programmeVersions,
	regulationVersions,
	sites
} from '@stazhirovka/db/schema';
import { plan } from '@stazhirovka/db/seeds';
import { createTestDatabase } from '@stazhirovka/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../app.ts';
import type { Deps } from '../shell/context.ts';
import { listen } from '../shell/live.ts';
import { visit } from '../testing/visitor.ts';
import { DEMONSTRATION_PASSWORD, listSignIns, loadDemonstration } from './index.ts';

/** The region, loaded at a moment. */
async function start(moment: string) {
	const { db, drop } = await createTestDatabase();
	const live = await listen(db);
	const deps: Deps = {
		db,
		now: () => new Date(moment),
		origin: 'http://stazhirovka.test',
		filesDir: '/nowhere',
		keysDir: '/nowhere',
		demonstration: true,
		live,
		internalKey: ''
	};
	const app = await build(deps);
	const close = async () => {
		await app.close();
		await live.close();
		await drop();
	};
	const as = async (email: string) => {
		const [person] = await db.select().from(people).where(eq(people.email, email));
		return visit(app, deps, person ?? null);
	};
	await loadDemonstration(deps);
	return { db, deps, as, anybody: await visit(app, deps, null), close };
}

/** A region of another day, for one test. */
async function startOn(moment: string) {
	const region = await start(moment);
	onTestFinished(region.close);
	return region;
}

const { db, deps, as, anybody, close } = await start('2026-11-22T09:00:00Z');
afterAll(close);

test('the region is loaded once, and a second start keeps what people have done', async () => {
	const count = async () => [
		await db.$count(people),
		await db.$count(programmeVersions),
		await db.$count(cohorts),
		await db.$count(enrolments),
		await db.$count(regulationVersions),
		await db.$count(journal)
	];
	const once = await count();
	expect(once.slice(0, 5)).toEqual([18, 2, 3, 6, 5]);

	await db.update(people).set({ position: 'завуч' }).where(eq(people.email, 't-1@severorechensk.example'));
	await loadDemonstration(deps);
	expect(await count()).toEqual(once);

	const leader = await as('u-head-912@severorechensk.example');
	const list = await leader.must(listCohorts, {});
	expect(list.map(({ title, confirmed, capacity }) => [title, confirmed, capacity])).toEqual([
		['Поток 1', 6, 12],
		['Поток 2', 0, 12]
	]);
	const people_ = await leader.must(listCohortEnrolments, { params: { id: list[0]!.id } });
	expect(new Set(people_.map(({ tutor }) => tutor?.fullName))).toEqual(
		new Set(['Вереснёва Аглая Тихоновна'])
	);
});

test('a demonstration person signs in by the password and may begin before the first day', async () => {
	const body = { email: 't-1@severorechensk.example', password: DEMONSTRATION_PASSWORD };
	expect((await anybody.call(signIn, { body })).ok).toBe(true);

	const intern = await as('t-1@severorechensk.example');
	const [enrolment] = await intern.must(listMyEnrolments, {});
	const path = await intern.must(getPath, { params: { id: enrolment!.id } });
	expect(path.next).toMatchObject({ key: 'form.correlation_card', state: 'open', place: 'activities/m1a2' });
});

test('the portal shows the programmes, both open cohorts, news, questions, regulations and sites to anybody', async () => {
	const programmes = await anybody.must(listPublicProgrammes, {});
	expect(
		programmes.map(({ key, cohorts }) => [key, cohorts.map(({ seatsLeft, open }) => [seatsLeft, open])])
	).toEqual([
		[
			'adhd-lesson-12h',
			[
				[6, true],
				[12, true]
			]
		],
		['formative-16h', [[14, true]]]
	]);
	expect((await anybody.must(listNews, {})).map(({ publishedOn }) => publishedOn)).toEqual([
		'2026-11-16',
		'2026-11-09'
	]);
	expect(await anybody.must(listFaq, {})).toHaveLength(5);
	const regulations = await anybody.must(listRegulations, { querystring: {} });
	expect(regulations.map(({ key }) => key).sort()).toEqual([
		...['kuzbass', 'lenobl', 'mariinsk', 'primorye', 'priozersk']
	]);
	const { items } = await anybody.must(listSites, { querystring: {} });
	expect(
		items.map(({ status, lastDay, act }) => [status, lastDay, act.kind, act.number, act.signedOn])
	).toEqual([
		['active', '2028-08-31', 'распоряжение', 'ДЕМО-17-р', '2025-09-01'],
		['active', '2027-12-31', 'приказ', 'ДЕМО-204', '2026-01-20']
	]);
	const tables = await anybody.must(listOutsideRegisters, {});
	expect(tables.map(({ table, rows }) => [table, rows.length])).toEqual([
		[1, 28],
		[2, 7],
		[3, 5]
	]);
});

test('R137, R139, R141: what sites have found out stands in the catalogues, under the terms of each', async () => {
	const { items } = await anybody.must(listProducts, { querystring: {} });
	expect(items.map(({ kind, licence }) => [kind, licence]).toSorted()).toEqual([
		['other', 'consent'],
		['publication', 'by'],
		['recommendations', 'by_nc']
	]);
	const { items: experience } = await anybody.must(listExperience, { querystring: {} });
	expect(experience).toMatchObject([{ theme: 'Поддержка обучающихся с трудностями внимания' }]);
});

test('R62 an association that talks already and a conference to come wait for whoever studies or teaches', async () => {
	const intern = await as('t-1@severorechensk.example');
	const found = await intern.must(listSpaces, {});
	expect(found.map(({ kind, joined, members, startsAt }) => [kind, joined, members, startsAt])).toEqual([
		['conference', false, 3, '2026-12-03T12:00:00.000Z'],
		['association', false, 3, null]
	]);

	const { roomId } = await intern.must(joinSpace, {
		params: { id: found[1]?.id ?? '' },
		body: { token: '' }
	});
	const room = await intern.must(getRoom, { params: { id: roomId } });
	expect([room.pinned, room.messages.map(({ replies }) => replies.count)]).toEqual([[3], [0, 2, 0, 0]]);
	const tutor = await as('u-tutor-1@severorechensk.example');
	expect((await tutor.must(listRooms, {})).filter(({ unread }) => unread > 0)).toEqual([]);
});

test('R5, R27: members of the council sign in to an application that waits for their declarations', async () => {
	const people_ = await anybody.must(listDemonstrationPeople, {});
	expect(people_.filter(({ role }) => role === 'expert')).toHaveLength(4);

	const chair = await as('u-chair@severorechensk.example');
	const { applications } = await chair.must(listMyExpertWork, {});
	expect(applications).toMatchObject([{ standing: 'undeclared', computed: [], finished: false }]);
	const { id } = applications[0]!.application;
	await chair.must(declareConflict, { params: { id }, body: { conflict: false, reason: '' } });
	const { sheets } = await chair.must(getApplicationToReview, { params: { id } });
	expect(sheets.map(({ kind }) => kind)).toEqual(['application', 'programme', 'eligibility', 'approval']);
});

test('R132: whoever watches over the municipality of both sites reads of them, and is named by that role', async () => {
	const people_ = await anybody.must(listDemonstrationPeople, {});
	expect(people_.filter(({ role }) => role === 'observer')).toMatchObject([
		{ fullName: 'Звонарёва Ульяна Прокловна' }
	]);
	expect(await listSignIns(deps.db)).toContainEqual({
		...{ email: 'u-observer@severorechensk.example', name: 'Звонарёва Ульяна Прокловна' },
		role: 'наблюдатель муниципалитета'
	});
	const observer = await as('u-observer@severorechensk.example');
	const { municipalities, sites: told } = await observer.must(getMunicipalMonitoring, { querystring: {} });
	expect([municipalities.length, told.length]).toEqual([1, 2]);
});

test('the region can be loaded long after its cohorts have ended', async () => {
	const { db } = await startOn('2029-09-01T09:00:00Z');
	expect(await db.$count(enrolments, eq(enrolments.state, 'confirmed'))).toBe(6);
});

test.each(['2026-10-29T09:00:00Z', '2027-03-01T09:00:00Z'])(
	'the year of a site can be seen at %s: a plan in force, told of all that was held',
	async (moment) => {
		const { db, as } = await startOn(moment);
		const leader = await as('u-head-912@severorechensk.example');
		const site = (await db.query.sites.findFirst({ where: eq(sites.key, 'site-912') }))!;
		const { plans } = await leader.must(listPlans, { params: { id: site.id } });
		const { state, rows, signature } = await leader.must(getPlan, { params: { id: plans[0]!.id } });
		const over = rows.filter(({ lastDay }) => lastDay !== null && lastDay < moment.slice(0, 10));
		const told = await db.$count(planExecutions);
		expect(signature?.on).toBe('2026-09-01');
		expect([state, rows.length, told]).toEqual(['in_force', plan.rows.length, over.length]);
		const { figures } = await leader.must(getSiteMonitoring, { params: { id: site.id }, querystring: {} });
		expect(figures.plan_gaps).toMatchObject({ value: 0 });
	}
);
