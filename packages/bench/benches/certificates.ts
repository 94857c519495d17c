import { connect, disconnect } from '@stazhirovka/db';
import { certificates as register } from '@stazhirovka/db/schema';
import {
	createTypesetter,
	createWorld,
	decideBatch,
	issueApproved,
	leaderOf,
	makeManyInterns,
	prepareBatch,
	printedOf,
	readFonts,
	type World
} from '@stazhirovka/service/measured';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import type { Measures } from '../harness/statistics.ts';
import { drawWithPdfkit, type Fonts } from '../references/pdfkit-document.ts';
import { OURS } from './fan-out.ts';

const BATCH = 1_000;
/** Eight chunks: the first and the last, in which nothing goes on beside, weigh more than in a whole batch. */
const QUICK_BATCH = 256;
const SAMPLE = 20;
const TYPST = 'the Typst compile alone';
const PDFKIT = 'pdfkit on the same words';
/** It draws so few a second that more would only make a round longer. */
const FEWER = 60;
const NANOSECONDS = 1e6;

/** A batch that was approved: what is left is to number, sign, print and enter it. */
export async function approved(world: World, count: number): Promise<void> {
	const { db, site, version, leader, coordinator, region } = world;
	const { cohortId, enrolments } = await makeManyInterns(db, { siteId: site.id, version, count });
	const id = await prepareBatch(world.contextOf(leader, [leaderOf(site.id)]), cohortId, enrolments);
	const keeping = { role: 'coordinator', scope: { kind: 'region', id: region.id } } as const;
	await decideBatch(world.contextOf(coordinator, [keeping]), id, { approve: true });
}

async function issued(world: World, size: number): Promise<Measures> {
	await approved(world, size);
	const delay = monitorEventLoopDelay({ resolution: 2 });
	const before = await world.db.$count(register);
	delay.enable();
	const from = performance.now();
	await issueApproved(world.deps);
	const seconds = (performance.now() - from) / 1_000;
	delay.disable();
	const made = (await world.db.$count(register)) - before;
	if (made !== size) throw new Error(`${made} of ${size} documents were issued`);
	return {
		'a second': size / seconds,
		'p99 wait of the event loop, ms': delay.percentile(99) / NANOSECONDS
	};
}

/** What the template was given for documents that were issued, varied to as many different ones as a batch has. */
async function inputs(world: World, size: number): Promise<{ jsons: string[]; kilobytes: number }> {
	await approved(world, SAMPLE);
	await issueApproved(world.deps);
	const rows = await world.db.select().from(register);
	const jsons: string[] = [];
	for (let n = 0; n < size; n += 1) {
		const { snapshot, seal } = rows[n % rows.length] ?? {};
		if (!snapshot || !seal) throw new Error('Nothing was issued');
		const verifyUrl = snapshot.verifyUrl.slice(0, -4) + String(n).padStart(4, '2');
		const own = {
			...snapshot,
			verifyUrl,
			number: `${snapshot.number}${n}`,
			surname: `Вереснёва-${'абвгдежз'[n % 8]}`
		};
		jsons.push(JSON.stringify(await printedOf(own, seal)));
	}
	return { jsons, kilobytes: Math.max(...rows.map(({ pdf }) => pdf.length)) / 1_000 };
}

/** In the order in which the documents have them: four styles of PT Sans, then of PT Serif. */
function fontsOf([plain, , bold, , serif]: Buffer[]): Fonts {
	if (!plain || !bold || !serif) throw new Error('The fonts of the documents are not there');
	return { plain, bold, serif };
}

export const certificates: Bench = {
	name: 'certificates',
	job: 'a batch of 1,000 documents numbered, signed, printed, stored and told to their holders',
	async prepare({ quick }): Promise<Prepared> {
		const size = quick ? QUICK_BATCH : BATCH;
		const database = await openDatabase();
		const db = connect(database.url);
		const world = await createWorld({
			now: '2027-02-26T09:00:00Z',
			database: Promise.resolve({ db, url: database.url, drop: () => disconnect(db) })
		});
		const { jsons, kilobytes } = await inputs(world, size);
		const typeset = createTypesetter();
		const fonts = fontsOf(readFonts());

		return {
			contenders: [
				{
					name: TYPST,
					async run() {
						const from = performance.now();
						for (const json of jsons) typeset('certificate', json);
						return { 'a second': (jsons.length * 1_000) / (performance.now() - from) };
					}
				},
				{
					name: PDFKIT,
					async run() {
						const from = performance.now();
						for (const json of jsons.slice(0, FEWER)) await drawWithPdfkit(json, fonts);
						return { 'a second': (FEWER * 1_000) / (performance.now() - from) };
					}
				},
				{ name: OURS, run: async () => ({ ...(await issued(world, size)), 'kB a document': kilobytes }) }
			],
			goals: [
				{ ours: OURS, against: TYPST, measure: 'a second', atLeast: 0.7 },
				{ ours: OURS, against: PDFKIT, measure: 'a second', atLeast: 5 },
				{ ours: OURS, measure: 'kB a document', atMost: 60 }
			],
			roots: [database.pid()],
			async close() {
				await world.close();
				await database.close();
			}
		};
	}
};
