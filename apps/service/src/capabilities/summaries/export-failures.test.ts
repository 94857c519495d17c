import * as contract from '@stazhirovka/contract/summaries';
import { summaryExports } from '@stazhirovka/db/schema';
import type { SummaryDefinition } from '@stazhirovka/domain/summaries';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { refused } from '../../testing/refused.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { makeExports } from './index.ts';

const definition: SummaryDefinition = {
	subject: 'site',
	measures: ['sites'],
	period: { kind: 'school_year', back: 0 },
	comparison: 'none',
	filters: { sites: [], municipalities: [], regulations: [], programmes: [] },
	sort: { by: 'title', order: 'up' },
	chart: 'bars'
};

let world: World;
let coordinator: Visitor;

beforeAll(async () => {
	world = await createWorld();
	coordinator = await world.as(world.coordinator);
	return world.close;
});

const ask = (title: string, format: 'pdf' | 'csv' = 'csv') =>
	coordinator.must(contract.askExport, { body: { title, definition, format } });
const read = (params: { id: string }) => coordinator.must(contract.getExport, { params });
const change = ({ id }: { id: string }, values: Partial<typeof summaryExports.$inferInsert>) =>
	world.db.update(summaryExports).set(values).where(eq(summaryExports.id, id));

test('a sign that no font has fails the PDF with the name of the sign, once', async () => {
	const asked = await ask('Итоги 🙂', 'pdf');
	await makeExports(world.deps);
	expect(await read(asked)).toMatchObject({
		...{ state: 'failed', failure: 'summary_export.unprintable', file: null },
		failureDetails: { characters: ['🙂'] }
	});
});

test('a file that fails of itself is begun three times, then given up; the next one is made', async () => {
	const broken = await ask('Сломанный');
	const sound = await ask('Целый');
	await change(broken, { definition: {} as SummaryDefinition });
	for (const _ of [1, 2, 3]) await expect(makeExports(world.deps)).rejects.toThrow(TypeError);
	await makeExports(world.deps);
	expect(await read(broken)).toMatchObject({ state: 'failed', failure: 'summary_export.not_made' });
	expect(await read(sound)).toMatchObject({ state: 'done', failure: null });
});

test('a file that took its process down three times is not begun again', async () => {
	const left = { attempts: 3, state: 'writing' as const, claimedAt: new Date('2027-01-18T06:00:00Z') };
	const deadly = await ask('Роковой');
	await change(deadly, left);
	const young = await ask('Пишется');
	await change(young, { ...left, claimedAt: world.deps.now() });
	await makeExports(world.deps);
	expect(await read(deadly)).toMatchObject({ state: 'failed', failure: 'summary_export.not_made' });
	expect(await read(young)).toMatchObject({ state: 'writing', failure: null });
	await change(young, { state: 'failed', failure: 'summary_export.not_made', finishedAt: world.deps.now() });
});

test('nobody waits for more than five files; the same one asked again is no other', async () => {
	const asked = await Promise.all(
		[1, 2, 3, 4, 5, 6, 7].map((n) =>
			coordinator.call(contract.askExport, { body: { title: `Файл ${n}`, definition, format: 'csv' } })
		)
	);
	expect(asked.filter(({ ok }) => ok)).toHaveLength(5);
	expect(asked.find(({ ok }) => !ok)).toEqual(refused(429, 'summary_export.too_many', { limit: 5 }));
	const [first] = asked.flatMap((answer, n) => (answer.ok ? [n + 1] : []));
	await ask(`Файл ${first}`);
	await makeExports(world.deps);
	await ask('Ещё один');
});
