import {
	addCouncilMember,
	beginExpertise,
	changeAssignment,
	composeCouncil,
	endCouncilMember,
	getApplicationToReview,
	getCouncil,
	listCouncils,
	listMyExpertWork,
	previewAssignment,
	releaseAssignment
} from '@stazhirovka/contract/councils';
import {
	applicationMembers,
	applications,
	councilMembers,
	grants,
	outbox,
	regions
} from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACT, openCouncil, type CouncilWorld } from '../../testing/council.ts';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { mayReview, reviewedApplications } from './index.ts';

let world: World;
let own: CouncilWorld;
beforeAll(async () => {
	world = await createWorld();
	own = await openCouncil(world, 'reviewing');
});
afterAll(() => world.close());

const REASON = 'Консультировала авторов программы.';
const stateOf = async (id: string) =>
	(await world.db.select().from(applications).where(eq(applications.id, id)))[0]?.state;

test('R27: a council is composed by an act, and its members become experts of the region', async () => {
	const { council, people } = own;
	expect(council.members.map(({ role, from, sits }) => `${role} ${from} ${sits}`)).toEqual([
		...['chair', 'deputy', 'secretary', 'member', 'member'].map((role) => `${role} 2027-01-10 true`)
	]);
	const given = await world.db
		.select()
		.from(grants)
		.where(and(eq(grants.role, 'expert'), eq(grants.personId, people[0]!.id)));
	expect(given).toMatchObject([{ scopeKind: 'region', scopeId: world.region.id }]);
	const me = await (await own.expert(0)).inject({ url: '/api/me' });
	expect(me.json().me.homes.expert).toBe(true);
});

test('R27: a council that is not as a council must be is refused with every fault', async () => {
	const base = { regulationId: own.regulationId, title: 'Другой совет', act: ACT };
	const compose = (members: { who: { email: string }; role: 'chair' | 'member' }[], act = ACT) =>
		own.coordinator.call(composeCouncil, { body: { ...base, act, members } });
	const [a, b] = own.people.map(({ email }) => ({ email }));

	expect(await compose([{ who: { email: 'nobody@test.example' }, role: 'chair' }])).toEqual(
		refused(422, 'council.faulty', { faults: [{ field: 'members.0.who', code: 'council.no_account' }] })
	);
	expect(
		await compose([
			{ who: a!, role: 'chair' },
			{ who: b!, role: 'chair' }
		])
	).toEqual(refused(422, 'council.faulty', { faults: [{ field: 'members', code: 'council.two_chairs' }] }));
	expect(await compose([{ who: a!, role: 'chair' }], { ...ACT, signedOn: '2027-01-19' })).toMatchObject({
		refusal: { status: 422, code: 'act.in_future' }
	});
});

test('R27: councils are there for those who keep the region, and for nobody else', async () => {
	const [elsewhere] = await world.db.insert(regions).values({ title: 'Заозёрный край' }).returning();
	const scope = { kind: 'region', id: elsewhere!.id } as const;
	const neighbour = await makePerson(world.db, {}, [{ role: 'coordinator', scope }]);
	const id = await own.application();
	for (const person of [neighbour, world.leader, world.stranger, own.people[0]!, own.applicant]) {
		const visitor = await world.as(person);
		const { params } = own;
		expect(await visitor.call(getCouncil, params)).toEqual(refused(404, 'council.missing'));
		const all = [
			visitor.call(previewAssignment, { ...params, body: {} }),
			visitor.call(releaseAssignment, params),
			visitor.call(beginExpertise, { ...params, body: { applicationIds: [id] } }),
			visitor.call(addCouncilMember, {
				...params,
				body: { who: { personId: person.id }, role: 'member', act: ACT }
			}),
			visitor.call(endCouncilMember, {
				params: { id: own.council.members[0]!.id },
				body: { lastDay: '2027-01-18', act: ACT }
			})
		];
		expect((await Promise.all(all)).map((one) => one.ok || one.refusal.status)).toEqual([
			404, 404, 404, 404, 404
		]);
		expect((await visitor.must(listCouncils, {})).councils).toEqual([]);
	}
	expect((await (await world.as(null)).inject({ url: `/api/councils/${own.council.id}` })).statusCode).toBe(
		401
	);
});

test('R5: only a complete application whose regulation wants an expertise is taken; twice at once, once', async () => {
	const [draft, good] = [await own.application({ state: 'draft' }), await own.application()];
	const begin = (id: string) =>
		own.coordinator.call(beginExpertise, { ...own.params, body: { applicationIds: [id] } });
	expect(await begin(draft)).toMatchObject({ refusal: { status: 409, code: 'application.not_now' } });
	const both = await Promise.all([begin(good), begin(good)]);
	expect(both.map((one) => one.ok || one.refusal.status).toSorted()).toEqual([409, true]);
	expect(await stateOf(good)).toBe('in_review');
	const { waiting } = await own.coordinator.must(getCouncil, own.params);
	expect(waiting.map(({ id }) => id)).not.toContain(good);
});

test('R27: without a declaration nothing of an application can be read, and strangers never can', async () => {
	const id = await own.application();
	await own.begin(id);
	const read = async (n: number) => (await own.expert(n)).call(getApplicationToReview, { params: { id } });

	const nothing = refused(404, 'application.missing');
	expect(await read(0)).toEqual(nothing);
	const list = await (await own.expert(0)).inject({ url: '/api/expert/work' });
	expect(list.body).toContain('Заявка reviewing');
	expect(list.body).not.toContain('Тайная тема');
	expect(await mayReview(world.db, own.people[0]!.id, id, '2027-01-18')).toBe(false);

	expect(await own.declare(0, id)).toMatchObject({ value: { standing: 'free', review: null } });
	expect(await read(0)).toMatchObject({ value: { theme: 'Тайная тема', others: [] } });
	expect(await mayReview(world.db, own.people[0]!.id, id, '2027-01-18')).toBe(true);

	await own.declare(1, id, REASON);
	expect(await read(1)).toEqual(nothing);
	expect(await own.declare(1, id)).toMatchObject({ refusal: { code: 'conflict.declared_already' } });
	for (const person of [world.stranger, world.leader, world.coordinator, own.applicant]) {
		const visitor = await world.as(person);
		expect(await visitor.call(getApplicationToReview, { params: { id } })).toEqual(nothing);
		expect(await mayReview(world.db, person.id, id, '2027-01-18')).toBe(false);
	}
});

test('R27: who sits in the council on the day reads an application through every door, nobody sooner or later', async () => {
	const two = await openCouncil(world, 'days');
	const id = await two.application();
	await two.begin(id);
	const seat = async (n: number, days: Partial<typeof councilMembers.$inferInsert>) =>
		world.db.update(councilMembers).set(days).where(eq(councilMembers.id, two.council.members[n]!.id));
	for (const n of [2, 3, 4]) await two.declare(n, id);
	await seat(2, { lastDay: '2027-01-18' });
	await seat(3, { lastDay: '2027-01-17' });
	await seat(4, { fromDay: '2027-01-19' });
	for (const [n, status] of [
		[2, 200],
		[3, 404],
		[4, 404]
	] as const) {
		const visitor = await two.expert(n);
		for (const url of [`/api/applications/${id}`, `/api/expert/applications/${id}`])
			expect([n, url, (await visitor.inject({ url })).statusCode]).toEqual([n, url, status]);
		const read = await reviewedApplications(world.db, two.people[n]!.id, '2027-01-18');
		expect(read.includes(id)).toBe(status === 200);
	}
});

test('R27: who works for the applicant or in its network is in conflict, whatever they say', async () => {
	const id = await own.application();
	const [row] = await world.db.select().from(applications).where(eq(applications.id, id));
	const partner = world.organisation('org-48');
	await world.db.insert(applicationMembers).values([
		{ applicationId: id, organisationId: row!.organisationId, isLead: true },
		{ applicationId: id, organisationId: partner.id }
	]);
	await own.begin(id);
	const colleague = await makePerson(world.db, { organisationId: partner.id });
	await own.coordinator.must(addCouncilMember, {
		...own.params,
		body: { who: { email: colleague.email }, role: 'member', act: { ...ACT, number: '8' } }
	});
	const visitor = await world.as(colleague);
	const { applications: mine } = await visitor.must(listMyExpertWork, {});
	expect(mine.find(({ application }) => application.id === id)).toMatchObject({
		standing: 'conflict',
		computed: ['network']
	});
	expect(await visitor.call(getApplicationToReview, { params: { id } })).toEqual(
		refused(404, 'application.missing')
	);
	const council = await own.coordinator.must(getCouncil, own.params);
	const seat = council.members.find(({ person }) => person.id === colleague.id);
	const body = { lastDay: '2027-01-17', act: { ...ACT, number: '9' } };
	await own.coordinator.must(endCouncilMember, { params: { id: seat!.id }, body });
	expect((await visitor.must(listMyExpertWork, {})).applications).toEqual([]);
});

test('R27: the assignment is a preview until it is released, says what it lacks, and can be changed by hand', async () => {
	const two = await openCouncil(world, 'assigning');
	const [first, second] = [await two.application(), await two.application()];
	await two.begin(first, second);
	await two.declare(0, first);

	const preview = () => two.coordinator.must(previewAssignment, { ...two.params, body: { seed: 7 } });
	expect((await preview()).short).toEqual([
		{ applicationId: first, missing: 1, free: 1, conflicts: 0, undeclared: 4 },
		{ applicationId: second, missing: 2, free: 0, conflicts: 0, undeclared: 5 }
	]);
	expect(await two.coordinator.call(releaseAssignment, two.params)).toEqual(
		refused(409, 'assignment.nothing_to_release')
	);

	for (const n of [0, 1, 2, 3, 4]) await two.declare(n, second);
	for (const n of [1, 2, 3]) await two.declare(n, first);
	const made = await preview();
	expect(made.short).toEqual([]);
	expect(made.expertises.map(({ assigned }) => assigned.length)).toEqual([2, 2]);
	const people = made.expertises.flatMap(({ assigned }) => assigned.map(({ reviewer }) => reviewer.id));
	expect(new Set(people).size).toBe(4);
	const loaded = two.people.findIndex(({ id }) => id === people[0]);
	const before = await (await two.expert(loaded)).must(listMyExpertWork, {});
	expect(before.applications.map(({ review }) => review)).toEqual([null, null]);

	const seen = made.expertises[0]!.assigned.map(({ reviewer }) => reviewer.id);
	const params = { id: made.expertises[0]!.id };
	const byHand = (personIds: string[]) =>
		two.coordinator.call(changeAssignment, { params, body: { personIds, seen } });
	expect(await byHand([two.people[4]!.id])).toMatchObject({ refusal: { code: 'assignment.not_free' } });
	expect(await byHand([])).toMatchObject({ refusal: { code: 'assignment.nobody_chosen' } });
	const three = [0, 1, 2].map((n) => two.people[n]!.id);
	const clicks = await Promise.all([byHand(three), byHand([two.people[3]!.id])]);
	expect(clicks.map((one) => one.ok || one.refusal.code).toSorted()).toEqual([
		'expertise.changed_meanwhile',
		true
	]);
	seen.splice(0, seen.length, ...(clicks[0].ok ? three : [two.people[3]!.id]));
	expect(await byHand(three)).toMatchObject({ ok: true });
	const released = await two.coordinator.must(releaseAssignment, two.params);
	expect(released.expertises[0]!.assigned.map(({ reviewer }) => reviewer.id)).toEqual(
		[0, 1, 2].map((n) => two.people[n]!.id)
	);
	expect(await byHand([two.people[0]!.id])).toEqual(refused(409, 'assignment.released_already'));
	const letters = await world.db
		.select()
		.from(outbox)
		.where(and(eq(outbox.to, two.people[0]!.email), eq(outbox.subject, 'Вам переданы заявки на экспертизу')));
	expect(letters.length).toBe(1);
});
