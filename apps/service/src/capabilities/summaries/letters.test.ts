import * as contract from '@stazhirovka/contract/summaries';
import { outbox, summaries, summarySchedules } from '@stazhirovka/db/schema';
import type { SummaryDefinition } from '@stazhirovka/domain/summaries';
import { asc, eq, isNull, like } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { takeLetter } from '../../shell/mail-store.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { sendSummaries } from './index.ts';
import { claimSchedule } from './schedules-store.ts';

const definition: SummaryDefinition = {
	subject: 'site',
	measures: ['sites'],
	period: { kind: 'school_year', back: 0 },
	comparison: 'none',
	filters: { sites: [], municipalities: [], regulations: [], programmes: [] },
	sort: { by: 'title', order: 'up' },
	chart: 'none'
};
const body = (format: 'pdf' | 'csv') => ({
	...{ rhythm: { kind: 'weekly' as const, weekday: 3 }, format }
});
const wednesday = new Date('2027-01-20T06:00:00Z');

let world: World;
let coordinator: Visitor;

beforeEach(async () => {
	world = await createWorld();
	coordinator = await world.as(world.coordinator);
	return world.close;
});

async function scheduled(title: string, format: 'pdf' | 'csv' = 'csv') {
	const params = await coordinator.must(contract.keepSummary, { body: { title, definition } });
	await coordinator.must(contract.scheduleSummary, { params, body: body(format) });
	return params;
}
const sent = () =>
	world.db.select().from(outbox).where(like(outbox.subject, 'Сводный отчёт:%')).orderBy(asc(outbox.id));
const send = () => sendSummaries({ ...world.deps, now: () => wednesday });

test('a letter whose file cannot be printed says why, and its day moves on', async () => {
	const params = await scheduled('К совету 🙂', 'pdf');
	await send();
	await send();
	const [letter, ...more] = await sent();
	expect(more).toEqual([]);
	expect(letter).toMatchObject({ to: world.coordinator.email, attachment: null });
	expect(letter?.text).toContain('знаки, которые напечатать нельзя: 🙂.');
	expect(letter?.text).toContain(`/summaries/${params.id}`);
	expect((await coordinator.must(contract.getSummary, { params })).schedule?.nextOn).toBe('2027-01-27');
});

test('a letter that fails of itself holds up no other and comes last in the next round', async () => {
	const broken = await scheduled('Сломанный');
	await scheduled('Целый');
	await world.db
		.update(summaries)
		.set({ definition: {} as SummaryDefinition })
		.where(eq(summaries.id, broken.id));
	await expect(send()).rejects.toThrow(AggregateError);
	expect((await sent()).map(({ attachmentName }) => attachmentName)).toEqual(['Целый.csv']);
	await send();

	const fresh = await scheduled('Новый');
	const later = { day: '2027-01-20', now: wednesday, leftBefore: new Date('2027-01-20T06:30:00Z') };
	const claimed = [await claimSchedule(world.db, later), await claimSchedule(world.db, later)];
	expect(claimed.map((row) => row?.summaryId)).toEqual([fresh.id, broken.id]);
});

test('several processes never make the file of one letter', async () => {
	await scheduled('Один');
	const claim = { day: '2027-01-20', now: wednesday, leftBefore: new Date('2027-01-20T05:55:00Z') };
	const claimed = await Promise.all([1, 2, 3].map(() => claimSchedule(world.db, claim)));
	expect(claimed.filter(Boolean)).toHaveLength(1);
	await send();
	expect(await sent()).toEqual([]);
	await sendSummaries({ ...world.deps, now: () => new Date('2027-01-20T06:06:00Z') });
	expect(await sent()).toHaveLength(1);
	const free = world.db.select().from(summarySchedules).where(isNull(summarySchedules.claimedAt));
	expect(await free).toHaveLength(1);
});

test('the file of a letter leaves the outbox when the letter was sent', async () => {
	await scheduled('Один');
	await send();
	const taken: (Buffer | null)[] = [];
	while (await takeLetter(world.db, wednesday, async ({ attachment }) => taken.push(attachment)));
	expect(taken.filter(Boolean)).toHaveLength(1);
	expect(await sent()).toMatchObject([
		{ sentAt: wednesday, attachment: null, attachmentName: null, attachmentMime: null }
	]);
});
