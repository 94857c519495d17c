import { listCohortCompletions } from '@stazhirovka/contract/certificates';
import { listCohorts } from '@stazhirovka/contract/cohorts';
import { getCohortComparison } from '@stazhirovka/contract/diagnostics';
import { getBoard } from '@stazhirovka/contract/final-works';
import { getSiteMonitoring } from '@stazhirovka/contract/monitoring';
import { getGrid } from '@stazhirovka/contract/reporting';
import { effectivenessCards, outbox, people, sites } from '@stazhirovka/db/schema';
import { createTestDatabase } from '@stazhirovka/db/testing';
import { eq } from 'drizzle-orm';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build } from '../app.ts';
import { keepFigures } from '../capabilities/monitoring/index.ts';
import type { Deps } from '../shell/context.ts';
import { listen } from '../shell/live.ts';
import { visit } from '../testing/visitor.ts';
import { loadExpertise } from './expertise.ts';
import { DEMONSTRATION_PASSWORD, loadDemonstration } from './index.ts';

/** Some three hundred steps of twelve people, and three documents set. */
const PATIENCE_MS = 180_000;
const { db, drop } = await createTestDatabase();
const live = await listen(db);
const folder = await mkdtemp(join(tmpdir(), 'expertise-'));
const deps: Deps = {
	...{ db, live, demonstration: true, internalKey: '', origin: 'http://stazhirovka.test' },
	...{ filesDir: join(folder, 'files'), keysDir: join(folder, 'keys') },
	now: () => new Date('2026-11-22T09:00:00Z')
};
const app = await build(deps);
afterAll(async () => {
	await app.close();
	await live.close();
	await drop();
	await rm(folder, { recursive: true });
});

test(
	'a newcomer sees reviews in every state, results, a revision and documents; a second start adds nothing',
	async () => {
		await loadDemonstration(deps);
		await loadExpertise(deps, DEMONSTRATION_PASSWORD);
		const letters = await db.$count(outbox);
		await loadExpertise(deps, DEMONSTRATION_PASSWORD);

		const [head] = await db
			.select()
			.from(people)
			.where(eq(people.email, 'u-head-912@severorechensk.example'));
		const leader = await visit(app, deps, head ?? null);
		const list = await leader.must(listCohorts, {});
		const named = (title: string) => ({ id: list.find((cohort) => cohort.title === title)?.id ?? '' });
		expect(list).toHaveLength(4);

		const under = await leader.must(getBoard, { params: named('Осенний поток, взаимоэкспертиза') });
		const sent = under.works.flatMap(({ reviewers }) => reviewers.map(({ sentAt }) => sentAt !== null));
		expect([sent.filter(Boolean).length, sent.length, under.announcedAt]).toEqual([6, 18, null]);

		const { rows: walked } = await leader.must(getGrid, { params: named('Осенний поток, взаимоэкспертиза') });
		const come = walked.map(({ cells }) => cells.find(({ step }) => step === 'attendance')?.state);
		expect(new Set(come)).toEqual(new Set(['done']));

		const params = named('Осенний поток, итоги объявлены');
		const { works } = await leader.must(getBoard, { params });
		expect(Object.groupBy(works, ({ state }) => state)).toMatchObject({
			passed: { length: 5 },
			revised: { length: 1 }
		});
		const completions = await leader.must(listCohortCompletions, { params });
		expect(completions.filter(({ certificate }) => certificate)).toHaveLength(3);
		expect(completions.filter(({ complete, certificate }) => complete && !certificate)).toHaveLength(2);
		const { repeated, counted, rows } = await leader.must(getCohortComparison, { params });
		expect([repeated, counted]).toEqual([6, 5]);
		for (const { before, after } of rows ?? []) expect(after).toBeGreaterThanOrEqual(before);
		expect(rows?.some(({ before, after }) => after > before)).toBe(true);
		await keepFigures(deps);
		const { id: site } = (await db.query.sites.findFirst({ where: eq(sites.key, 'site-912') }))!;
		const asked = { params: { id: site }, querystring: {} };
		const { figures } = await leader.must(getSiteMonitoring, asked);
		expect(figures.effect_cards).toMatchObject({ kind: 'value', whole: 10 });
		const verdicts = (await db.select().from(effectivenessCards)).map((card) => card.figures.verdict);
		expect(new Set(verdicts)).toEqual(
			new Set(['заметное улучшение', 'небольшое улучшение', 'без изменений', 'ухудшение'])
		);
		expect(await db.$count(outbox)).toBe(letters);
	},
	PATIENCE_MS
);
