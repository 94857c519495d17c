import { listRooms } from '@stazhirovka/contract/chat';
import { listSiteRooms, openGroupRoom, openStaffRoom } from '@stazhirovka/contract/spaces';
import { changeGroup, endAppointment, listGroups, openGroup } from '@stazhirovka/contract/staff';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { appoint } from '../../testing/conferring.ts';
import { makePerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';
import { settleSiteRooms } from '../chat/index.ts';

const NOW = '2027-01-18T07:00:00Z';
const world = await createWorld({ now: NOW });
afterAll(world.close);
beforeEach(() => world.at(NOW));
await publishRules(world, 'lenobl');

const stranger = await world.as(world.stranger);
const roomsOf = async (person: { id: string }) =>
	(await (await world.as(person)).must(listRooms, {})).map(({ id }) => id);

test('the room of a site’s people follows the appointments from day to day', async () => {
	const site = await siteUnder(world, 'lenobl');
	const [now, later] = [await makePerson(world.db), await makePerson(world.db)];
	const appointment = await appoint(site, now);
	await appoint(site, later, '2027-02-01');
	const params = { id: site.id };
	const open = () => site.visitor.must(openStaffRoom, { params });

	const { roomId } = await open();
	expect(await open()).toEqual({ roomId });
	const inside = async () => ({
		leader: (await roomsOf(site.leader)).includes(roomId),
		now: (await roomsOf(now)).includes(roomId),
		later: (await roomsOf(later)).includes(roomId)
	});
	expect(await inside()).toEqual({ leader: true, now: true, later: false });
	expect(await (await world.as(now)).call(openStaffRoom, { params })).toMatchObject(
		refused(403, 'forbidden')
	);
	expect(await stranger.call(openStaffRoom, { params })).toMatchObject(refused(404, 'site.missing'));
	expect(await stranger.call(listSiteRooms, { params })).toMatchObject(refused(404, 'site.missing'));

	const body = { lastDay: '2027-01-18', reason: 'уволился' };
	await site.visitor.must(endAppointment, { params: { id: appointment }, body });
	expect(await inside()).toEqual({ leader: true, now: true, later: false });

	world.at('2027-01-19T07:00:00Z');
	await Promise.all([1, 2].map(() => settleSiteRooms(world.db, world.deps.now())));
	expect(await inside()).toEqual({ leader: true, now: false, later: false });

	world.at('2027-02-01T07:00:00Z');
	await settleSiteRooms(world.db, world.deps.now());
	expect(await inside()).toEqual({ leader: true, now: false, later: true });
});

test('an appointment lets in at once, and the leader moderates', async () => {
	const site = await siteUnder(world, 'lenobl');
	const { roomId } = await site.visitor.must(openStaffRoom, { params: { id: site.id } });
	const person = await makePerson(world.db);
	await appoint(site, person);

	expect(await roomsOf(person)).toEqual([roomId]);
	const told = await site.visitor.must(listSiteRooms, { params: { id: site.id } });
	expect(told).toMatchObject({ staff: { exists: true, roomId }, can: { open: true, openStaff: true } });
	expect(told.people.map(({ id }) => id).sort()).toEqual([site.leader.id, person.id].sort());
});

test('R66: the room of a working group holds its members with an account and the leader, as the group changes', async () => {
	const site = await siteUnder(world, 'lenobl');
	const [first, second] = [await makePerson(world.db), await makePerson(world.db)];
	const params = { id: site.id };
	const member = ({ email }: { email: string }) => ({ name: 'Участник', part: '', email });
	const group = { title: 'Чтение', direction: 'Методика', from: '2027-01-01', lastDay: null, results: '' };
	const unknown = await site.visitor.call(openGroup, {
		params,
		body: { ...group, members: [member({ email: 'nobody@test.example' })] }
	});
	expect(unknown).toMatchObject(refused(422, 'working_group.faulty'));

	const paper = { name: 'Без учётной записи', part: 'эксперт', email: '' };
	await site.visitor.must(openGroup, { params, body: { ...group, members: [member(first), paper] } });
	const { groups } = await site.visitor.must(listGroups, { params });
	const [made] = groups;
	expect(made?.members.map(({ email }) => email)).toEqual([first.email, '']);
	const { roomId } = await site.visitor.must(openGroupRoom, { params: { id: made!.id } });
	expect([await roomsOf(first), await roomsOf(second), await roomsOf(site.leader)]).toEqual([
		[roomId],
		[],
		[roomId]
	]);

	const body = { ...group, revision: made!.revision, members: [member(second)] };
	await site.visitor.must(changeGroup, { params: { id: made!.id }, body });
	expect([await roomsOf(first), await roomsOf(second)]).toEqual([[], [roomId]]);
	expect(await stranger.call(openGroupRoom, { params: { id: made!.id } })).toMatchObject(
		refused(404, 'working_group.missing')
	);
});
