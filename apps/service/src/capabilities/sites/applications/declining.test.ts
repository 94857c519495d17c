import * as contract from '@stazhirovka/contract/applications';
import { finishExpertise, listProposals, planMeeting, recordProposal } from '@stazhirovka/contract/councils';
import { listCandidates } from '@stazhirovka/contract/sites';
import { outbox } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { told } from '../../../testing/applying.ts';
import { openCouncil, type CouncilWorld } from '../../../testing/council.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld();
});
afterAll(() => world.close());

const REASON = 'Экспертиза дала отрицательное заключение.';

async function judged(own: CouncilWorld, levels: { c1: number; c2: number }): Promise<string> {
	const id = await own.application();
	await own.begin(id);
	for (const n of [0, 1]) await own.declare(n, id);
	const { expertises } = await own.release();
	for (const n of [0, 1]) await own.review(n, id, levels);
	const round = expertises.find(({ application }) => application.id === id);
	await own.coordinator.must(finishExpertise, { params: { id: round!.id }, body: {} });
	return id;
}

const read = (own: CouncilWorld, id: string) =>
	own.coordinator.must(contract.getApplication, { params: { id } });
async function decline(own: CouncilWorld, id: string, reason = REASON, revision?: number) {
	const body = { revision: revision ?? (await read(own, id)).revision, reason };
	return own.coordinator.call(contract.declineApplication, { params: { id }, body });
}

test('R5: by a regulation without a council a negative expertise stops the way, and the keeper declines once', async () => {
	const own = await openCouncil(world, 'lenobl', regulationFile('lenobl') as Record<string, unknown>);
	const id = await judged(own, { c1: 0, c2: 0 });
	const paper = { number: '12', madeOn: '2027-01-18', text: 'Представляем к присвоению статуса.' };
	const body = { about: 'status', subjectId: id, ...paper } as const;
	expect(told(await own.coordinator.call(recordProposal, { body }))).toBe(
		'409 application.expertise_negative'
	);
	expect((await own.coordinator.must(listProposals, { querystring: {} })).applications).toEqual([]);
	const seen = await read(own, id);
	expect(seen).toMatchObject({ reviewResult: 'negative', can: { return: true, decline: true } });
	expect(seen.way.filter(({ state }) => state === 'now')).toEqual([]);
	const queue = await own.coordinator.must(contract.listApplicationQueue, { querystring: {} });
	expect(queue.applications.find((line) => line.id === id)).toMatchObject({ state: 'reviewed', due: null });

	expect(told(await decline(own, id, 'нет'))).toBe('422 application.reason_missing');
	const { revision } = seen;
	const both = await Promise.all([decline(own, id, REASON, revision), decline(own, id, REASON, revision)]);
	expect(both.map(told).toSorted()).toEqual([200, '409 application.changed_meanwhile']);
	const author = await world.as(own.applicant);
	expect(await author.must(contract.getApplication, { params: { id } })).toMatchObject({
		...{ state: 'declined', reason: REASON, can: { edit: false, withdraw: false } }
	});
	const letters = await world.db.select().from(outbox).where(eq(outbox.to, own.applicant.email));
	expect(letters.map(({ subject }) => subject.split(':')[0]).toSorted()).toEqual([
		'Заявка отклонена',
		'Экспертиза заявки завершена'
	]);
	expect(letters.find(({ subject }) => subject.startsWith('Заявка отклонена'))?.text).toContain(REASON);

	const good = await judged(own, { c1: 2, c2: 1 });
	expect((await read(own, good)).can.decline).toBe(true);
	expect(told(await decline(own, good, 'ЛОИРО не представляет её к статусу.'))).toBe(200);
	expect(told(await decline(own, await own.application()))).toBe('409 application.decline_not_now');
	const stranger = await author.call(contract.declineApplication, {
		params: { id: good },
		body: { revision: 0, reason: REASON }
	});
	expect(told(stranger)).toBe('404 application.missing');
});

test('R5, R27: the council hears nothing that an expertise has stopped, and nobody declines before it', async () => {
	const own = await openCouncil(world, 'heard');
	const [bad, good] = [await judged(own, { c1: 0, c2: 0 }), await judged(own, { c1: 2, c2: 1 })];
	const { choices } = await own.coordinator.must(planMeeting, {
		...own.params,
		body: { heldOn: '2027-01-18', beginsAt: '10:00', place: 'Зал' }
	});
	expect(choices.applications.map(({ id }) => id)).toEqual([good]);
	expect((await read(own, good)).can.decline).toBe(false);
	expect(told(await decline(own, good))).toBe('409 application.decline_not_now');
	expect(told(await decline(own, bad))).toBe(200);
});

test('R5: what stands at the act with a negative expertise is no candidate', async () => {
	const own = await openCouncil(world, 'candidate');
	const [bad, good] = [
		await own.application({ state: 'proposed', reviewResult: 'negative' }),
		await own.application({ state: 'proposed', reviewResult: 'positive' })
	];
	const groups = await own.coordinator.must(listCandidates, { querystring: {} });
	const offered = groups.flatMap(({ candidates }) => candidates.map((one) => one.applicationId));
	expect([offered.includes(bad), offered.includes(good)]).toEqual([false, true]);
});
