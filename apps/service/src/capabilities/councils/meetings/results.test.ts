import { addAgendaItem, closeMeeting, getSiteResults } from '@stazhirovka/contract/councils';
import { afterAll, expect, test } from 'vitest';
import { openCouncil } from '../../../testing/council.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const own = await openCouncil(world, 'meeting');

test('R133: results are put with their figures of the moment; monitoring leads to the meeting and its decision', async () => {
	const { id } = await own.plan();
	const asked = { params: { id: world.site.id } };
	const before = await own.coordinator.must(getSiteResults, asked);
	expect(before.meetings.map((one) => one.id)).toContain(id);
	const body = { kind: 'results' as const, siteId: world.site.id, title: '' };
	let meeting = await own.coordinator.must(addAgendaItem, { params: { id }, body });
	const [item] = meeting.items;
	expect(item?.figures).toMatchObject({ from: '2026-09-01', to: '2027-08-31' });
	expect(item?.figures?.rows.map(({ key }) => key)).toContain('completion');
	const put = await own.coordinator.must(getSiteResults, asked);
	expect(put.meetings.map((one) => one.id)).not.toContain(id);
	const leader = await world.as(world.leader);
	meeting = await own.attend(meeting, 0, 1, 2);
	meeting = await own.vote(meeting, item!.id, 'fff', 'Признать работу удовлетворительной');
	const seen = async () =>
		(await leader.must(getSiteResults, asked)).items.find((one) => one.id === item!.id);
	expect(await seen()).toMatchObject({ decision: '', outcome: null, meetingId: null });
	await own.coordinator.must(closeMeeting, {
		params: { id },
		body: { revision: meeting.revision }
	});
	expect(await seen()).toMatchObject({
		...{ decision: 'Признать работу удовлетворительной', outcome: 'for', state: 'closed' },
		figures: item?.figures
	});
	expect((await leader.must(getSiteResults, asked)).can.put).toBe(false);
	const stranger = await world.as(world.stranger);
	expect(await stranger.call(getSiteResults, asked)).toMatchObject({ refusal: { code: 'site.missing' } });
});
