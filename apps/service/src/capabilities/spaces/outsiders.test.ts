import { getRoom } from '@stazhirovka/contract/chat';
import { joinSpace } from '@stazhirovka/contract/spaces';
import { endAppointment } from '@stazhirovka/contract/staff';
import { enrolments, grants, roomMembers, rooms, siteStaff } from '@stazhirovka/db/schema';
import { mayJoin } from '@stazhirovka/domain/chat';
import fc from 'fast-check';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { appoint, openSpace } from '../../testing/conferring.ts';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { talkIn } from '../../testing/chat.ts';
import { createWorld } from '../../testing/world.ts';
import { addMember, leaveCohortRooms, settleSiteRooms } from '../chat/index.ts';
import { spaceBy } from './queries.ts';

const NOW = '2027-01-18T07:00:00Z';
const world = await createWorld({ now: NOW });
afterAll(world.close);
beforeEach(() => world.at(NOW));
await publishRules(world, 'lenobl');
const site = await siteUnder(world, 'lenobl');
const elsewhere = await siteUnder(world, 'lenobl');
const hidden = refused(404, 'room.missing');

async function opened(by = site.visitor, siteId = site.id, change: object = {}) {
	const answer = await openSpace(by, siteId, change);
	if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
	return answer.value;
}

test('C9, R62: whose appointment at the site has ended leaves its associations on the day after', async () => {
	const person = await makePerson(world.db);
	const appointment = await appoint(site, person);
	const visitor = await world.as(person);
	const { id, roomId } = await opened();
	await visitor.must(joinSpace, { params: { id }, body: { token: '' } });

	const body = { lastDay: '2027-01-18', reason: 'уволился' };
	await site.visitor.must(endAppointment, { params: { id: appointment }, body });
	expect(await visitor.must(getRoom, { params: { id: roomId } })).toMatchObject({ can: { post: true } });

	world.at('2027-01-19T07:00:00Z');
	await Promise.all([1, 2].map(() => settleSiteRooms(world.db, world.deps.now())));
	expect(await visitor.call(getRoom, { params: { id: roomId } })).toMatchObject(hidden);
	expect(await talkIn(roomId).post(visitor, 'Я ещё здесь')).toMatchObject(hidden);
	expect(await talkIn(roomId).open(site.visitor)).toMatchObject({ can: { moderate: true } });
});

test('C9, R62: an intern who is expelled leaves the association of the cohort at once', async () => {
	const leader = await world.as(world.leader);
	const about = { admits: 'cohort', cohortId: world.cohort.id };
	const { id, roomId } = await opened(leader, world.site.id, about);
	const [enrolment] = world.enrolments;
	const [gone, stays] = [await world.as(world.interns[0]!), await world.as(world.interns[1]!)];
	for (const who of [gone, stays]) await who.must(joinSpace, { params: { id }, body: { token: '' } });

	await world.db.transaction(async (tx) => {
		await tx.update(enrolments).set({ state: 'expelled' }).where(eq(enrolments.id, enrolment!.id));
		const leaving = { enrolmentId: enrolment!.id, personId: world.interns[0]!.id };
		await leaveCohortRooms(tx, world.deps.now(), { cohortId: world.cohort.id, ...leaving });
	});

	expect(await gone.call(getRoom, { params: { id: roomId } })).toMatchObject(hidden);
	expect(await stays.must(getRoom, { params: { id: roomId } })).toMatchObject({ can: { post: true } });
});

/** What somebody may be: each part is there or not. */
const PARTS = ['leader', 'staff', 'ended', 'neighbour', 'studies', 'expelled', 'coordinator'] as const;

test('R62: who is left inside is exactly who could come in, by the rule or by a link', async () => {
	const admitting = { site: {}, region: { admits: 'region' } };
	const kept = fc.asyncProperty(
		fc.constantFrom<keyof typeof admitting>('site', 'region'),
		fc.subarray([...PARTS]),
		async (admits, parts) => {
			const { id, roomId } = await opened(site.visitor, site.id, admitting[admits]);
			const person = await makePerson(world.db);
			for (const part of parts) await give(part, person.id);
			await world.db.transaction((tx) => addMember(tx, roomId, person.id));
			const who = { personId: person.id, now: world.deps.now() };
			const row = (await spaceBy(world.db, who, { id }))!;

			await settleSiteRooms(world.db, world.deps.now(), { siteId: site.id });

			const here = and(eq(roomMembers.roomId, roomId), isNull(roomMembers.leftAt));
			const inside = (await world.db.select().from(roomMembers).where(here)).map((one) => one.personId);
			expect(inside.includes(person.id)).toBe(mayJoin(admits, { ...row, hasLink: true }));
			await world.db.update(rooms).set({ closedAt: world.deps.now() }).where(eq(rooms.id, roomId));
		}
	);
	await fc.assert(kept, { numRuns: 30 });
});

async function give(part: (typeof PARTS)[number], personId: string): Promise<void> {
	const { db, cohort, enrolments: known } = world;
	const stands = { role: 'curator', name: `${part} ${personId}`, personId, fromDay: '2026-09-01' };
	const regionId = (await db.query.sites.findFirst({ where: (t) => eq(t.id, site.id) }))!.regionId;
	const state = part === 'studies' ? ('confirmed' as const) : ('expelled' as const);
	switch (part) {
		case 'leader':
			await db.insert(grants).values({ personId, role: 'leader', scopeKind: 'site', scopeId: site.id });
			return;
		case 'coordinator':
			await db
				.insert(grants)
				.values({ personId, role: 'coordinator', scopeKind: 'region', scopeId: regionId });
			return;
		case 'staff':
			await db.insert(siteStaff).values({ ...stands, siteId: site.id });
			return;
		case 'ended':
			await db.insert(siteStaff).values({ ...stands, siteId: site.id, lastDay: '2027-01-17' });
			return;
		case 'neighbour':
			await db.insert(siteStaff).values({ ...stands, siteId: elsewhere.id });
			return;
		case 'studies':
		case 'expelled': {
			const { organisationTitle, appliedAt } = known[0]!;
			const row = { cohortId: cohort.id, personId, state, organisationTitle, appliedAt };
			await db.insert(enrolments).values(row).onConflictDoNothing();
		}
	}
}
