import { getDemand, getMonitoring, getSiteMonitoring } from '@stazhirovka/contract/monitoring';
import { getSummaryTable, type SummaryDefinition } from '@stazhirovka/contract/summaries';
import { getSurveySummary } from '@stazhirovka/contract/surveys';
import { cohortReckonings } from '@stazhirovka/db/schema';
import { firstFives, type Figure } from '@stazhirovka/domain/indicators';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { makeCohort } from '../../testing/cohort.ts';
import { live, type Deeds } from '../../testing/history.ts';
import { makePerson } from '../../testing/person.ts';
import { createWorld } from '../../testing/world.ts';
import { keepFigures } from '../monitoring/index.ts';
import * as followUp from './follow-up-store.ts';
import * as survey from './store.ts';

/** What comes in between two looks: interns with what they did, and answers to both surveys. */
type Wave = { interns: Deeds[]; answers: number[]; uses: string[] };
type Cohort = {
	id: string;
	siteId: string;
	endsOn: string;
	lives: (Deeds & { id: string })[];
	answers: number[];
	uses: string[];
};
type Share = { part: number; whole: number };

const WAVES = 3;
const STEP = 300;
const ENDS = ['2026-05-30', '2026-12-20', '2027-01-31', '2027-03-31'];
const verdicts = ['заметное улучшение', 'без изменений', 'ухудшение'] as const;
const deeds: fc.Arbitrary<Deeds> = fc.record({
	...{ cameAt: fc.nat(STEP - 1), completed: fc.boolean(), task: fc.constant(null) },
	effect: fc.option(fc.record({ at: fc.nat(STEP - 1), verdict: fc.constantFrom(...verdicts) })),
	card: fc.option(fc.record({ at: fc.nat(STEP - 1), level: fc.constantFrom('none', 'partial', 'expressed') }))
});
const wave: fc.Arbitrary<Wave> = fc.record({
	interns: fc.array(deeds, { maxLength: 6 }),
	answers: fc.array(fc.nat(10), { maxLength: 6 }),
	uses: fc.array(fc.constantFrom('regularly', 'sometimes', 'not_yet'), { maxLength: 6 })
});
const plan = fc.array(
	fc.record({
		ours: fc.boolean(),
		endsOn: fc.constantFrom(...ENDS),
		waves: fc.array(wave, { minLength: WAVES, maxLength: WAVES })
	}),
	{ minLength: 6, maxLength: 6 }
);

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const [coordinator, leader] = [await world.as(world.coordinator), await world.as(world.leader)];

/** Everybody of a wave comes after those before, as in life. */
async function come(cohort: Cohort, { interns, answers, uses }: Wave, n: number): Promise<void> {
	const later = <T extends { at: number }>(thing: T | null) => thing && { ...thing, at: thing.at + n * STEP };
	for (const one of interns) {
		const own = { ...one, cameAt: one.cameAt + n * STEP, effect: later(one.effect), card: later(one.card) };
		cohort.lives.push({ ...own, id: await live(db, cohort.id, await makePerson(db), own) });
	}
	for (const s11 of answers)
		await db.transaction((tx) => survey.insertAnswer(tx, cohort.id, { s11 } as never));
	for (const use of uses)
		await db.transaction((tx) => followUp.insertAnswer(tx, cohort.id, { use } as never));
	cohort.answers.push(...answers);
	cohort.uses.push(...uses);
}

const whole = <T>(all: T[]) => all.slice(0, all.length - (all.length % 5));
const ordered = (lives: Cohort['lives'], at: (one: Deeds) => number | undefined) =>
	firstFives(lives.flatMap((one) => (at(one) === undefined ? [] : [{ ...one, at: at(one)! }])));

/** The count by hand: of each cohort its first fives, and nothing else. */
const COUNTS: Record<string, (cohort: Cohort) => Share> = {
	effect_cards({ lives }) {
		const told = ordered(lives, ({ effect }) => effect?.at);
		return {
			part: told.filter(({ effect }) => effect?.verdict === 'заметное улучшение').length,
			whole: told.length
		};
	},
	nps({ answers }) {
		const told = whole(answers);
		const promoters = told.filter((one) => one >= 9).length;
		return { part: promoters - told.filter((one) => one <= 6).length, whole: told.length };
	},
	follow_up_use({ uses }) {
		const told = whole(uses);
		return { part: told.filter((one) => one !== 'not_yet').length, whole: told.length };
	},
	deficit_needed({ lives }) {
		const told = ordered(lives, ({ card }) => card?.at);
		return { part: told.filter(({ card }) => card?.level !== 'none').length, whole: told.length };
	}
};
const GROUPS = ['effect_cards', 'nps', 'follow_up_use'] as const;

function sum(key: string, cohorts: Cohort[]): Share {
	const shares = cohorts.map((cohort) => COUNTS[key]!(cohort));
	const total = (what: keyof Share) => shares.reduce((all, one) => all + one[what], 0);
	return { part: total('part'), whole: total('whole') };
}

function expectFigure(figure: Figure | null | undefined, key: string, cohorts: Cohort[]): void {
	const share = sum(key, cohorts);
	if (share.whole === 0) expect(figure).toEqual({ kind: 'few' });
	else expect([key, figure]).toMatchObject([key, { kind: 'value', ...share }]);
}

const days = fc
	.tuple(
		fc.constantFrom('2026-01-01', '2026-12-01', '2027-01-31'),
		fc.constantFrom('2026-12-31', '2027-08-31')
	)
	.filter(([from, to]) => from <= to)
	.map(([from, to]) => ({ from, to }));
const question = fc.record({
	what: fc.constantFrom('monitoring', 'site', 'demand', 'table', 'deficits', 'survey'),
	days,
	subject: fc.constantFrom('site', 'cohort', 'programme', 'regulation'),
	onlyOurs: fc.boolean(),
	nth: fc.nat(5)
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

async function table({ days: { from, to }, onlyOurs }: Question, change: Partial<SummaryDefinition>) {
	const definition: SummaryDefinition = {
		...{ subject: 'site', measures: [...GROUPS], period: { kind: 'days', from, to }, comparison: 'none' },
		filters: {
			...{ municipalities: [], regulations: [], programmes: [] },
			sites: onlyOurs ? [world.site.id] : []
		},
		...{ sort: { by: 'title', order: 'up' }, chart: 'none' },
		...change
	};
	return coordinator.must(getSummaryTable, { querystring: { definition: JSON.stringify(definition) } });
}

async function check(asked: Question, all: Cohort[]): Promise<void> {
	const { from, to } = asked.days;
	const within = all.filter(({ endsOn }) => endsOn >= from && endsOn <= to);
	const at = (id: string) => within.filter(({ siteId }) => siteId === id);
	const chosen = asked.onlyOurs ? at(world.site.id) : within;
	const querystring = asked.days;
	switch (asked.what) {
		case 'monitoring': {
			const { sites, regions } = await coordinator.must(getMonitoring, { querystring });
			for (const key of GROUPS) {
				for (const { id, figures } of sites) expectFigure(figures[key], key, at(id));
				expectFigure(regions[0]!.figures[key], key, within);
			}
			return;
		}
		case 'site': {
			const params = { id: world.site.id };
			const { figures, region } = await leader.must(getSiteMonitoring, { params, querystring });
			for (const key of GROUPS) {
				expectFigure(figures[key], key, at(params.id));
				expectFigure(region.figures[key], key, within);
			}
			return;
		}
		case 'demand': {
			const { rows } = await coordinator.must(getDemand, { querystring });
			const found = rows.find(({ people }) => people > 0);
			const { part, whole } = sum('deficit_needed', within);
			expect([found?.needed ?? 0, found?.people ?? 0]).toEqual([part, whole]);
			return;
		}
		case 'table': {
			const { rows, total } = await table(asked, { subject: asked.subject as 'site' });
			for (const [n, key] of GROUPS.entries()) {
				if (asked.subject !== 'cohort') expectFigure(total?.[n] ?? rows[0]?.cells[n], key, chosen);
				for (const row of rows) {
					const own = chosen.filter(({ id, siteId }) => row.key === id || row.key === siteId);
					if (own.length) expectFigure(row.cells[n], key, own);
				}
			}
			return;
		}
		case 'deficits': {
			const { rows } = await table(asked, { subject: 'deficit', measures: ['deficit_needed'] });
			const { part, whole } = sum('deficit_needed', chosen);
			const told = rows.flatMap(({ cells: [cell] }) => (cell?.kind === 'value' ? [cell] : []));
			expect(told.reduce((all, one) => all + one.part, 0)).toBe(part);
			for (const one of told) expect(one.whole).toBe(whole);
			expect(told.length > 0).toBe(whole > 0);
			return;
		}
		default: {
			const cohort = all[asked.nth]!;
			const visitor = cohort.siteId === world.site.id ? leader : coordinator;
			const { questions, counted } = await visitor.must(getSurveySummary, { params: { id: cohort.id } });
			const told = whole(cohort.answers);
			expect(counted).toBe(told.length);
			const counts = questions?.find(({ key }) => key === 's11')?.counts ?? [];
			expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(told.length);
			for (const { label, count } of counts.slice(1, 10))
				expect([label, count]).toEqual([label, told.filter((one) => `${one}` === label).length]);
		}
	}
}

test('R167: whatever is asked in whatever order while people come, each number is a count over whole fives of cohorts', async () => {
	const [made = []] = fc.sample(plan, { numRuns: 1, seed: 20270210 });
	const all: Cohort[] = [];
	for (const [n, { ours, endsOn }] of made.entries()) {
		const siteId = ours ? world.site.id : world.otherSite.id;
		const values = { key: `sequence-${n}`, siteId, programmeVersionId: world.version, endsOn };
		const { id } = await makeCohort(db, { startsOn: '2026-05-01', ...values }, []);
		all.push({ id, siteId, endsOn, lives: [], answers: [], uses: [] });
	}
	for (let n = 0; n < WAVES; n += 1) {
		for (const [place, cohort] of all.entries()) await come(cohort, made[place]!.waves[n]!, n);
		await db.delete(cohortReckonings);
		await keepFigures(world.deps);
		await fc.assert(
			fc.asyncProperty(question, (asked) => check(asked, all)),
			{ numRuns: 40, seed: n }
		);
	}
	for (const key of Object.keys(COUNTS)) expect([key, sum(key, all).whole]).not.toEqual([key, 0]);
});
