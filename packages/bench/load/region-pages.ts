import { freePort } from '@stazhirovka/db/embedded';
import { getDemand, getMonitoring } from '@stazhirovka/contract/monitoring';
import { getSummaryTable, type SummaryDefinition } from '@stazhirovka/contract/summaries';
import { localDay } from '@stazhirovka/domain/calendar';
import type { World } from '@stazhirovka/service/measured';
import { headersOf, openInstance } from '../harness/instance.ts';
import type { OwnDatabase } from '../harness/database.ts';
import { timed } from '../harness/own-sql.ts';
import type { Measures } from '../harness/statistics.ts';
import { deficitsByPlace, seatsByMunicipality, tasksInTime } from '../references/region-sql.ts';

/** Two school years: every cohort of the region lies in them. */
const PERIOD = { from: '2025-09-01', to: '2027-08-31' };
const TIMES = 20;

/** The report builder as a committee asks it: a row a municipality, a bar each. */
const REPORT: SummaryDefinition = {
	...{ subject: 'municipality', measures: ['enrolled', 'completed', 'tasks_in_time', 'free_seats'] },
	...{ period: { kind: 'days', ...PERIOD }, comparison: 'none', chart: 'bars' },
	filters: { sites: [], municipalities: [], regulations: [], programmes: [] },
	sort: { by: 'enrolled', order: 'down' }
};

type Page = { name: string; url: string; run(): Promise<Measures> };
type RegionPages = { pages: Page[]; references: { name: string; run(): Promise<Measures> }[] };

/** The pages of whoever keeps the region, each beside one plain statement for a figure that it shows. */
export async function regionPages({ db, deps, as, coordinator }: World): Promise<RegionPages> {
	const sql = db.$client;
	const today = localDay(deps.now(), 'Europe/Moscow');
	const visitor = await as(coordinator);
	const written = JSON.stringify(REPORT);
	const page = (name: string, { url }: { url: string }, asked: Record<string, string>): Page => {
		const address = `/api${url}?${new URLSearchParams(asked)}`;
		const run = async () => {
			const { statusCode } = await visitor.inject({ method: 'GET', url: address });
			if (statusCode !== 200) throw new Error(`${address}: ${statusCode}`);
		};
		return { name, url: address, run: () => timed(run, TIMES) };
	};
	const plain = (name: string, run: () => Promise<unknown>) => ({ name, run: () => timed(run, TIMES) });
	await agree();

	return {
		pages: [
			page('monitoring of the region', getMonitoring, PERIOD),
			page('deficits and seats', getDemand, PERIOD),
			page('a report by municipality', getSummaryTable, { definition: written })
		],
		references: [
			plain('tasks in time by site, by SQL', () => tasksInTime(sql, PERIOD)),
			plain('deficits by municipality, by SQL', () => deficitsByPlace(sql, PERIOD)),
			plain('seats by municipality, by SQL', () => seatsByMunicipality(sql, PERIOD, today))
		]
	};

	/** What is measured must be the same figures. */
	async function agree(): Promise<void> {
		const querystring = PERIOD;
		const { sites } = await visitor.must(getMonitoring, { querystring });
		const { rows } = await visitor.must(getDemand, { querystring });
		const table = await visitor.must(getSummaryTable, { querystring: { definition: written } });
		for (const { place, part, whole } of await tasksInTime(sql, PERIOD)) {
			const figure = sites.find(({ id }) => id === place)?.figures.tasks_in_time;
			expectSame(`tasks in time of ${place}`, figure, { part, whole });
		}
		const needed = rows.reduce((sum, row) => sum + (row.needed ?? 0), 0);
		const counted = (await deficitsByPlace(sql, PERIOD)).reduce((sum, row) => sum + row.needed, 0);
		if (needed !== counted) throw new Error(`Deficits say ${needed}, SQL counts ${counted}`);
		for (const { place, whole } of await seatsByMunicipality(sql, PERIOD, today))
			expectSame(`seats of ${place}`, table.rows.find(({ key }) => key === place)?.cells[0], { part: whole });
	}
}

type Figure = { kind: string; part?: number; whole?: number } | undefined;

function expectSame(what: string, said: Figure, counted: { part: number; whole?: number }): void {
	const same = said?.part === counted.part && (counted.whole === undefined || said.whole === counted.whole);
	if (!same) throw new Error(`${what}: ${JSON.stringify(said)}, SQL counts ${JSON.stringify(counted)}`);
}

/** How long the first answer of each page takes in a process that has just begun to listen. */
export async function firstAnswers(
	database: OwnDatabase,
	{ db, coordinator }: World,
	pages: readonly Page[]
): Promise<Measures> {
	const token = 'coordinator.first';
	await db.$client`
		insert into sessions (id, person_id, expires_at, ends_at)
		values (encode(sha256(convert_to(${token}, 'UTF8')), 'hex'), ${coordinator.id}, now() + interval '6 days',
			now() + interval '20 days') on conflict do nothing`;
	const port = await freePort();
	const instance = await openInstance(database, port);
	const took: Measures = {};
	for (const { name, url } of pages) {
		const from = performance.now();
		const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
			headers: headersOf(port, `session=${token}`)
		});
		await answer.arrayBuffer();
		if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
		took[name] = performance.now() - from;
	}
	await instance.end();
	return took;
}
