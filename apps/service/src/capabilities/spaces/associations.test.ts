import { getRoom, listRooms, reportMessage } from '@stazhirovka/contract/chat';
import {
	closeInvitation,
	excludeMember,
	getSpace,
	inviteToSpace,
	joinSpace,
	leaveSpace,
	shareModeration,
	listSpaces,
	readInvitation
} from '@stazhirovka/contract/spaces';
import { afterAll, expect, test } from 'vitest';
import { appoint, openSpace } from '../../testing/conferring.ts';
import { makePerson } from '../../testing/person.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { talkIn } from '../../testing/chat.ts';
import { createWorld, leaderOf } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
await publishRules(world, 'lenobl');
const site = await siteUnder(world, 'lenobl');
const elsewhere = await siteUnder(world, 'lenobl');
const stranger = await world.as(world.stranger);
const curator = await makePerson(world.db, { surname: 'Куратор' });
await appoint(site, curator);
const mine = await world.as(curator);

async function opened(change: object = {}) {
	const answer = await openSpace(mine, site.id, change);
	if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
	return answer.value;
}
const join = (who: typeof mine, id: string, token = '') =>
	who.call(joinSpace, { params: { id }, body: { token } });

test('R62: somebody of the site opens an association; people of the site come in and go out, others find nothing', async () => {
	const { id, roomId } = await opened({ about: 'Обмен опытом' });
	expect(await mine.must(getSpace, { params: { id: roomId } })).toMatchObject({
		...{ kind: 'association', title: 'Учителя чтения', about: 'Обмен опытом', members: 1, joined: true },
		...{ moderators: [curator.id], can: { invite: false, exclude: true, arrange: false } }
	});
	const { leader, visitor } = site;
	expect((await visitor.must(listSpaces, {})).map((space) => [space.id, space.joined])).toEqual([
		[id, false]
	]);
	expect(await visitor.call(getRoom, { params: { id: roomId } })).toMatchObject(refused(404, 'room.missing'));
	expect(await Promise.all([join(visitor, id), join(visitor, id)])).toMatchObject([
		{ value: { roomId } },
		{ value: { roomId } }
	]);
	expect((await visitor.must(listRooms, {})).map((room) => room.kind)).toEqual(['association']);

	expect(await stranger.must(listSpaces, {})).toEqual([]);
	expect(await join(stranger, id)).toMatchObject(refused(404, 'space.missing'));
	expect(await stranger.call(getSpace, { params: { id: roomId } })).toMatchObject(
		refused(404, 'room.missing')
	);
	expect(await stranger.call(leaveSpace, { params: { id: roomId } })).toMatchObject(
		refused(404, 'room.missing')
	);
	expect(await openSpace(stranger, site.id)).toMatchObject(refused(404, 'site.missing'));

	await visitor.must(leaveSpace, { params: { id: roomId } });
	expect(await visitor.must(listRooms, {})).toEqual([]);
	expect(await mine.call(leaveSpace, { params: { id: roomId } })).toMatchObject(
		refused(409, 'space.moderator_stays')
	);
	await join(visitor, id);
	const alsoLeads = { params: { id: roomId, person: leader.id } };
	expect(await visitor.call(shareModeration, alsoLeads)).toMatchObject(refused(403, 'forbidden'));
	expect(await visitor.call(excludeMember, { params: { id: roomId, person: curator.id } })).toMatchObject(
		refused(403, 'forbidden')
	);
	await mine.must(excludeMember, { params: { id: roomId, person: leader.id } });
	expect(await visitor.call(getRoom, { params: { id: roomId } })).toMatchObject(refused(404, 'room.missing'));
	expect(await join(visitor, id)).toMatchObject(refused(409, 'space.barred'));
	expect(await visitor.must(listSpaces, {})).toEqual([]);
	expect(await recorded(world.db, 'space.member_excluded', [roomId])).toMatchObject([
		{ actorId: curator.id, data: { personId: leader.id } }
	]);
});

test('R62: a moderator shares the right and may then go; the last one stays', async () => {
	const { id, roomId } = await opened();
	await join(site.visitor, id);
	const strangers = { params: { id: roomId, person: world.stranger.id } };
	expect(await mine.call(shareModeration, strangers)).toMatchObject(refused(404, 'person.missing'));
	await mine.must(shareModeration, { params: { id: roomId, person: site.leader.id } });

	const of = { params: { id: roomId } };
	const leaving = await Promise.all([mine.call(leaveSpace, of), site.visitor.call(leaveSpace, of)]);
	expect(leaving.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(leaving.find(({ ok }) => !ok)).toMatchObject(refused(409, 'space.moderator_stays'));
});

test('R62: its topics are threads; what is reported comes to its moderator', async () => {
	const { id, roomId } = await opened();
	await join(site.visitor, id);
	const talk = talkIn(roomId);
	const topic = await talk.say(mine, 'Как оценивать чтение вслух?');
	await talk.say(site.visitor, 'По темпу и смыслу', { replyTo: topic });
	expect(await talk.act(mine, { do: 'pin', message: topic })).toMatchObject({ ok: true });
	expect(await talk.act(site.visitor, { do: 'unpin', message: topic })).toMatchObject(
		refused(409, 'room.not_moderator')
	);
	expect(await talk.message(mine, topic)).toMatchObject({ replies: { count: 1 } });
	await site.visitor.must(reportMessage, {
		params: { id: roomId, seq: topic },
		body: { reason: 'проверка' }
	});
});

test('R62: an association for a cohort lets in its interns and tutors', async () => {
	const { visitor } = { visitor: await world.as(world.leader) };
	const made = await openSpace(visitor, world.site.id, { admits: 'cohort', cohortId: world.cohort.id });
	if (!made.ok) throw new Error(JSON.stringify(made.refusal));
	const intern = await world.as(world.interns[0]!);
	expect(await join(intern, made.value.id)).toMatchObject({ ok: true });
	expect(await join(mine, made.value.id)).toMatchObject(refused(404, 'space.missing'));
	const { can } = await intern.must(getRoom, { params: { id: made.value.roomId } });
	expect(can).toEqual({ post: true, pin: false, moderate: false, leave: true });
	const tutor = await world.as(world.tutor);
	await join(tutor, made.value.id);
	const own = await tutor.must(getRoom, { params: { id: made.value.roomId } });
	expect(own.can.moderate).toBe(false);
});

test('R62: people of other sites of the region come in by a link, until it is taken back', async () => {
	const { id, roomId } = await opened({ admits: 'region' });
	const guest = elsewhere.visitor;
	expect(await guest.must(listSpaces, {})).toEqual([]);
	expect(await join(guest, id)).toMatchObject(refused(404, 'space.missing'));

	const { address } = await mine.must(inviteToSpace, { params: { id: roomId } });
	const token = address.split('/').at(-1)!;
	expect(await guest.must(readInvitation, { params: { token } })).toMatchObject({ id, joined: false });
	expect(await stranger.call(readInvitation, { params: { token } })).toMatchObject(
		refused(404, 'invitation.missing')
	);
	expect(await join(stranger, id, token)).toMatchObject(refused(404, 'space.missing'));
	expect(await join(guest, id, token)).toMatchObject({ ok: true });
	expect(await guest.call(inviteToSpace, { params: { id: roomId } })).toMatchObject(
		refused(403, 'forbidden')
	);

	await mine.must(closeInvitation, { params: { id: roomId } });
	const late = await world.as(await makePerson(world.db, {}, [leaderOf(elsewhere.id)]));
	expect(await late.call(readInvitation, { params: { token } })).toMatchObject(
		refused(404, 'invitation.missing')
	);
	expect(await join(late, id, token)).toMatchObject(refused(404, 'space.missing'));
	expect(await join(guest, id)).toMatchObject({ ok: true });
});

test('R62: what is wrong with it is told beside its fields', async () => {
	const faults = async (change: object) => {
		const answer = await openSpace(mine, site.id, change);
		return answer.ok ? [] : answer.refusal.problem.details?.faults;
	};
	expect(await faults({ title: ' ' })).toEqual([{ code: 'space.title_missing', field: 'title' }]);
	expect(await faults({ admits: 'cohort', cohortId: world.cohort.id })).toEqual([
		{ code: 'space.cohort_missing', field: 'cohortId' }
	]);
	expect(await faults({ moderatorId: world.stranger.id })).toEqual([
		{ code: 'space.moderator_unknown', field: 'moderatorId' }
	]);
	expect(
		await faults({ kind: 'conference', meeting: { day: '2027-01-17', time: '10:00', minutes: 60 } })
	).toEqual([{ code: 'space.in_past', field: 'day' }]);
});
