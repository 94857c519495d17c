import { correctRow, recallPlan } from '@stazhirovka/contract/plans';
import { outbox } from '@stazhirovka/db/schema';
import { regulationFile } from '@stazhirovka/db/seeds';
import { asc, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { PAPER, planner, rowUnder } from '../../testing/plans.ts';
import { recorded } from '../../testing/records.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-10-20T07:00:00Z' });
afterAll(world.close);
const lenobl = regulationFile('lenobl') as Record<string, unknown> & { plan: object };
const plan = { ...lenobl.plan, agreed_with: 'методический отдел' };
await publishRules(world, { ...lenobl, key: 'two_steps', plan });
const { kept } = uploadsOf(() => world);
const coordinator = await world.as(world.coordinator);
const keeper = planner(coordinator);

/** A plan that was sent and waits for both its steps. */
async function sent() {
	const site = await siteUnder(world, 'two_steps');
	const leader = planner(site.visitor);
	const begun = await leader.begin(site.id);
	const id = begun.ok ? begun.value.id : '';
	await leader.add(id, rowUnder('lenobl'));
	await leader.send(id);
	return { site, leader, id, params: { id } };
}

async function lettersOf(site: { title: string }): Promise<string[]> {
	const rows = await world.db
		.select({ subject: outbox.subject, text: outbox.text })
		.from(outbox)
		.where(eq(outbox.to, world.coordinator.email))
		.orderBy(asc(outbox.createdAt));
	return rows.map(({ subject }) => subject).filter((subject) => subject.includes(site.title));
}

test('R56, R57: a plan that is taken back to be changed loses what was said to it, and who said it is told', async () => {
	const { site, leader, id, params } = await sent();
	await keeper.approve(id, 'agreement');
	expect((await leader.read(id)).state).toBe('agreed');

	await site.visitor.must(recallPlan, { params, body: { revision: (await leader.read(id)).revision } });
	expect(await lettersOf(site)).toEqual([`Отметка об утверждении снята: «${site.title}»`]);
	const { state, steps } = await leader.read(id);
	expect([state, steps.every(({ done }) => done === null)]).toEqual(['draft', true]);
	const moved = (await recorded(world.db, 'plan.moved', [id])).at(-1);
	expect(moved?.data).toMatchObject({ move: 'recall', fell: [{ kind: 'agreement', on: '2026-10-20' }] });

	expect(await leader.add(id, rowUnder('lenobl', { title: 'Ещё одно' }))).toMatchObject({ ok: true });
	await leader.send(id);
	expect((await leader.read(id)).state).toBe('sent');
});

test('R129: who approved a plan is told how it was changed in force, and by a paper nobody is', async () => {
	const { site, leader, id } = await sent();
	const sheet = await kept(site.leader, `siteId=${site.id}`, 'лист.pdf', SAMPLES.pdf!);
	await leader.approve(id, 'agreement', { ...PAPER, fileId: sheet.id });
	await keeper.approve(id, 'approval');
	const { state, revision, rows } = await leader.read(id);
	expect(state).toBe('in_force');

	const body = { revision, kind: 'moved' as const, reason: 'Ведущая заболела' };
	const days = { from: '2026-12-10', lastDay: '2026-12-10' };
	await site.visitor.must(correctRow, { params: { id: rows[0]!.id }, body: { ...body, ...days } });
	await leader.add(id, rowUnder('lenobl', { title: 'Взамен' }), 'Вместо круглого стола');
	expect(await lettersOf(site)).toEqual(Array(2).fill(`Изменён утверждённый план: «${site.title}»`));
	const letters = await world.db.$count(outbox, eq(outbox.to, site.leader.email));
	expect(letters).toBe(0);
});
