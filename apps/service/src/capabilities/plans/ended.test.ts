import {
	closeFeed,
	correctRow,
	getDue,
	getPlanRow,
	issuePlanPaper,
	openFeed,
	reportEvent,
	withdrawExecution
} from '@stazhirovka/contract/plans';
import { afterAll, expect, test } from 'vitest';
import { planner, rowUnder } from '../../testing/plans.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-11-20T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'primorye');

/** A plan of one row that nobody has signed; under this regulation a signed one is in force. */
async function planned() {
	const site = await siteUnder(world, 'primorye', { from: '2026-09-01', lastDay: '2027-08-31' });
	const leader = planner(site.visitor);
	const begun = await leader.begin(site.id);
	const id = begun.ok ? begun.value.id : '';
	const added = await leader.add(id, rowUnder('primorye'));
	return { site, visitor: site.visitor, leader, id, rowId: added.ok ? added.value.id : '' };
}

test('R160: only a signed plan becomes a document', async () => {
	const { visitor, leader, id } = await planned();
	const issue = () => visitor.call(issuePlanPaper, { params: { id } });
	expect((await leader.read(id)).can.print).toBe(false);
	expect(await issue()).toEqual(refused(409, 'plan.not_signed'));
	expect((await leader.read(id)).documentId).toBeNull();
	await leader.send(id);
	expect((await leader.read(id)).can.print).toBe(true);
	expect(await issue()).toMatchObject({ ok: true });
});

test('R129: what was held is not cancelled while its report stands', async () => {
	const { visitor, leader, id, rowId } = await planned();
	await leader.send(id);
	const params = { id: rowId };
	const { format, delivery } = rowUnder('primorye');
	const heldOn = '2026-11-10';
	const told = { heldOn, participants: 25, outcome: 'Разобрали три урока', links: [], fileIds: [] };
	await visitor.must(reportEvent, { params, body: { ...told, format, delivery } });
	const correct = async (kind: 'moved' | 'cancelled') =>
		visitor.call(correctRow, {
			params,
			body: {
				...{ revision: (await leader.read(id)).revision, kind, reason: 'Ведущая заболела' },
				...{ from: '2026-11-12', lastDay: '2026-11-12' }
			}
		});
	expect(await correct('cancelled')).toEqual(refused(409, 'plan.row_held'));
	expect((await leader.read(id)).rows[0]).toMatchObject({ state: 'done', participants: 25 });
	expect(await correct('moved')).toMatchObject({ ok: true });

	const [report] = (await visitor.must(getPlanRow, { params })).executions;
	await visitor.must(withdrawExecution, { params: { id: report!.id }, body: { revision: 0 } });
	expect(await correct('cancelled')).toMatchObject({ ok: true });
	expect((await leader.read(id)).rows[0]).toMatchObject({ state: 'cancelled', participants: 0 });
});

test('the private address of a calendar is taken back after the end of the status too', async () => {
	const { site, visitor } = await planned();
	const at = { params: { id: site.id } };
	const { address } = await visitor.must(openFeed, at);
	const guest = await world.as(null);
	const read = async () => (await guest.inject({ method: 'GET', url: new URL(address).pathname })).statusCode;
	world.at('2027-09-02T07:00:00Z');
	expect(await visitor.call(openFeed, at)).toEqual(refused(409, 'site.not_active', { status: 'expired' }));
	expect(await read()).toBe(200);
	expect(await (await world.as(world.stranger)).call(closeFeed, at)).toEqual(refused(404, 'site.missing'));
	expect((await visitor.must(getDue, at)).can).toEqual({ closeFeed: true });
	await visitor.must(closeFeed, at);
	expect(await read()).toBe(404);
});
