import { closeMeeting, composeCouncil, endCouncilMember, getMeeting } from '@stazhirovka/contract/councils';
import { acts, councilMembers, grants } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { told } from '../../testing/applying.ts';
import { ACT, openCouncil, type CouncilWorld } from '../../testing/council.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { retireExperts } from './index.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

const LEAVING = { ...ACT, title: 'Об изменении состава совета' };
function end(own: CouncilWorld, n: number, lastDay: string, act: Partial<typeof ACT> = {}) {
	const params = { id: own.council.members[n]!.id };
	const body = { lastDay, act: { ...LEAVING, number: `${own.council.title}-${n}`, ...act } };
	return own.coordinator.call(endCouncilMember, { params, body });
}
const isExpert = async (id: string) =>
	(await world.db.$count(grants, and(eq(grants.personId, id), eq(grants.role, 'expert')))) === 1;

test('R27: nobody leaves before a meeting that is closed: who sat in it stays as its minutes say', async () => {
	const own = await openCouncil(world, 'closed');
	let meeting = await own.put(await own.plan('2027-01-15'), await own.application({ state: 'reviewed' }));
	meeting = await own.attend(meeting, 0, 1, 2);
	const { id, revision } = meeting;
	await own.coordinator.must(closeMeeting, { params: { id }, body: { revision } });

	expect(await end(own, 4, '2027-01-14')).toEqual(
		refused(422, 'council.before_meeting', { field: 'lastDay', limit: '2027-01-15' })
	);
	expect(told(await end(own, 4, '2027-01-15'))).toBe(200);
	expect((await own.coordinator.must(getMeeting, { params: { id }, querystring: {} })).members).toHaveLength(
		5
	);
});

test('R27: a member leaves by an act, and somebody always presides', async () => {
	const own = await openCouncil(world, 'leading');
	expect(told(await end(own, 1, '2027-01-31', { signedOn: '2027-01-19' }))).toBe('422 act.in_future');
	expect(told(await end(own, 0, '2027-01-31'))).toBe(200);
	expect(await end(own, 1, '2027-02-28')).toEqual(
		refused(422, 'council.faulty', { faults: [{ field: 'members', code: 'council.chair_missing' }] })
	);
	const [left] = await world.db
		.select({ lastDay: councilMembers.lastDay, title: acts.title })
		.from(councilMembers)
		.innerJoin(acts, eq(acts.id, councilMembers.endActId))
		.where(eq(councilMembers.id, own.council.members[0]!.id));
	expect(left).toEqual({ lastDay: '2027-01-31', title: LEAVING.title });
	const both = await Promise.all([end(own, 3, '2027-01-31'), end(own, 3, '2027-01-31')]);
	expect(both.map(told).toSorted()).toEqual([200, '409 council.changed_meanwhile']);
});

test('R27: the right of an expert ends with the last seat in the region, on its day', async () => {
	const own = await openCouncil(world, 'rights');
	const [, , kept, gone, later] = own.people;
	const act = { ...ACT, number: 'другой совет' };
	const members = [{ who: { email: kept!.email }, role: 'chair' as const }];
	await own.coordinator.must(composeCouncil, {
		body: { regulationId: own.regulationId, title: 'Второй совет', act, members }
	});
	for (const [n, day] of [
		[2, '2027-01-17'],
		[3, '2027-01-17'],
		[4, '2027-01-18']
	] as const)
		expect(told(await end(own, n, day))).toBe(200);
	const rights = () => Promise.all([kept, gone, later].map((person) => isExpert(person!.id)));
	expect(await rights()).toEqual([true, false, true]);
	expect(await recorded(world.db, 'grant.withdrawn', [gone!.id])).toHaveLength(1);

	const now = () => new Date('2027-01-18T21:00:00Z');
	const retire = () => world.db.transaction((tx) => retireExperts(tx, { actor: null, now }));
	expect(await retire()).toEqual([later!.id]);
	expect(await retire()).toEqual([]);
	expect(await rights()).toEqual([true, false, false]);
});
