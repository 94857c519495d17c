import { closeMeeting, finishExpertise, getApplicationChain } from '@stazhirovka/contract/councils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCouncil } from '../../testing/council.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

test('R4, R5, R27: the chain of an application tells its one next step, where it is done and what has been', async () => {
	const own = await openCouncil(world, 'chain');
	const id = await own.application();
	const read = () => own.coordinator.must(getApplicationChain, { params: { id } });
	const next = async () => (await read()).next;
	expect(await read()).toMatchObject({ next: 'begin', councils: [{ id: own.council.id }], letters: 0 });

	await own.begin(id);
	expect(await next()).toBe('assign');
	for (const n of [0, 1]) await own.declare(n, id);
	const { expertises } = await own.release();
	expect(await read()).toMatchObject({ next: 'reviews', round: { wanted: 2, submitted: 0 } });
	for (const n of [0, 1]) await own.review(n, id, { c1: 2, c2: 1 });
	expect(await next()).toBe('finish');
	await own.coordinator.must(finishExpertise, { params: { id: expertises[0]!.id }, body: {} });
	expect(await read()).toMatchObject({ next: 'agenda', letters: 1, meetings: [] });

	let meeting = await own.put(await own.plan(), id);
	expect(await read()).toMatchObject({ next: 'meeting', meetings: [{ id: meeting.id, outcome: null }] });
	await own.declare(2, id);
	meeting = await own.attend(meeting, 0, 1, 2);
	meeting = await own.vote(meeting, meeting.items[0]!.id, 'fff');
	const body = { revision: meeting.revision };
	await own.coordinator.must(closeMeeting, { params: { id: meeting.id }, body });
	expect(await read()).toMatchObject({
		...{ next: 'proposal', by: 'Экспертный совет', letters: 2, act: null, site: null },
		meetings: [{ number: 1, outcome: 'for' }]
	});

	for (const visitor of [await own.expert(0), await world.as(own.applicant)])
		expect(await visitor.call(getApplicationChain, { params: { id } })).toEqual(
			refused(404, 'application.missing')
		);
});
