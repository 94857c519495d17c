import { getGrid, type Grid } from '@stazhirovka/contract/reporting';
import { keepFigures } from '@stazhirovka/service/measured';
import { isDeepStrictEqual } from 'node:util';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import { openListenedWorld, timed } from '../harness/own-sql.ts';
import { fillRegion } from '../load/region.ts';
import { firstAnswers, regionPages } from '../load/region-pages.ts';
import { gridFigures, gridRows, type GridFigures } from '../references/grid-sql.ts';

const SQL = 'the same figures by one plain SQL statement';
const GRID = 'the grid of a cohort of 300';
const ALERTS = 'its alerts';
const PACE = 'its pace';
const FIRST = 'the first answers of a process';
const MOST_MILLISECONDS = 300;

/** What the grid of the product says of what the plain statement counts. */
function figuresOf({ rows }: Grid): GridFigures {
	const done = (row: Grid['rows'][number], key: RegExp) =>
		row.cells.filter(({ step, state }) => key.test(step) && state === 'done').length;
	return {
		interns: rows.length,
		diagnosed: rows.filter((row) => done(row, /^diagnosis$/)).length,
		agreed: rows.filter((row) => done(row, /^learning_route$/)).length,
		accepted: rows.reduce((sum, row) => sum + done(row, /^task\./), 0)
	};
}

/** Everything is asked as a page asks it, at the service: the session, the rights, the answer as JSON. */
export const dashboards: Bench = {
	name: 'dashboards',
	job: 'pages of a leader and of a region among 200 sites, 40,000 enrolments and 2,000,000 rows of the journal, in milliseconds',
	async prepare(): Promise<Prepared> {
		const database = await openDatabase();
		const { world, close } = await openListenedWorld(database.url);
		const { db, region, site, tutor, version } = world;
		const wanted = { regionId: region.id, siteId: site.id, tutorId: tutor.id, version };
		const { largestCohort } = await fillRegion(db, wanted);
		world.at('2027-02-10T07:00:00Z');
		await keepFigures(world.deps);
		await db.execute('vacuum analyze');
		const leader = await world.as(world.leader);
		const params = { id: largestCohort };
		const read = (what: string) => async () => {
			const url = `/api/cohorts/${largestCohort}/${what}`;
			const { statusCode } = await leader.inject({ method: 'GET', url });
			if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
		};

		const [said, counted] = [
			figuresOf(await leader.must(getGrid, { params })),
			await gridFigures(db.$client, largestCohort)
		];
		if (!isDeepStrictEqual(said, counted))
			throw new Error(`The grid says ${JSON.stringify(said)}, SQL counts ${JSON.stringify(counted)}`);

		const { pages, references } = await regionPages(world);

		return {
			contenders: [
				{ name: SQL, run: () => timed(() => gridRows(db.$client, largestCohort)) },
				{ name: GRID, run: () => timed(read('progress')) },
				{ name: ALERTS, run: () => timed(read('alerts')) },
				{ name: PACE, run: () => timed(read('pace')) },
				...pages,
				...references,
				{ name: FIRST, run: () => firstAnswers(database, world, pages) }
			],
			goals: [
				{ ours: GRID, measure: 'p50', atMost: 150 },
				{ ours: GRID, against: SQL, measure: 'p50', atMost: 10 },
				...[ALERTS, PACE, ...pages.map(({ name }) => name)].map((ours) => ({
					...{ ours, measure: 'p50', atMost: MOST_MILLISECONDS }
				})),
				...pages.map(({ name: ours }, n) => ({
					...{ ours, against: references[n]?.name ?? '', measure: 'p50', atMost: 1 }
				})),
				...pages.map(({ name: measure }) => ({ ours: FIRST, measure, atMost: MOST_MILLISECONDS }))
			],
			roots: [database.pid()],
			async close() {
				await close();
				await database.close();
			}
		};
	}
};
