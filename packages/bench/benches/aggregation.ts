import { adviceFor, agreementOf, mediansOf, modelOf } from '@stazhirovka/domain/peer-marks';
import postgres from 'postgres';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import type { Measures } from '../harness/statistics.ts';
import { createGrades, readGrades, type BareGrade } from '../references/grades.ts';
import { OURS } from './fan-out.ts';

const WORKS = 100_000;
const MODELLED = 5_000;
const EACH = 3;
const READING = 'reading the rows';
const SCALE = { earlier: null, scale: 100, pass: 60, wanted: EACH };

/** What one piece of work takes, in milliseconds. */
async function timed(work: () => unknown): Promise<number> {
	const from = performance.now();
	await work();
	return performance.now() - from;
}

function medians(rows: BareGrade[]): Float64Array {
	const [workOf, values] = [new Int32Array(rows.length), new Float64Array(rows.length)];
	rows.forEach(({ work, value }, row) => {
		workOf[row] = work;
		values[row] = value;
	});
	return mediansOf({ works: WORKS, workOf, values });
}

function named(rows: BareGrade[]) {
	return rows.map(({ work, reviewer, value }) => ({ work: String(work), reviewer: String(reviewer), value }));
}

async function measured(sql: postgres.Sql): Promise<Measures> {
	const grades = named(await readGrades(sql, MODELLED));
	return {
		'100,000 works read and their medians': await timed(async () => medians(await readGrades(sql, WORKS))),
		'model of 5,000 works': await timed(() => modelOf({ ...SCALE, grades })),
		'advice for 5,000 works': await timed(() => adviceFor({ ...SCALE, grades })),
		'agreement of 5,000 works': await timed(() => agreementOf(grades))
	};
}

export const aggregation: Bench = {
	name: 'aggregation',
	job: 'medians of 100,000 works × 3 reviews and the model of 5,000 works, in milliseconds',
	async prepare(): Promise<Prepared> {
		const database = await openDatabase();
		const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
		await createGrades(sql, WORKS, EACH);
		return {
			contenders: [
				{ name: READING, run: async () => ({ rows: await timed(() => readGrades(sql, WORKS)) }) },
				{ name: OURS, run: () => measured(sql) }
			],
			goals: [
				{
					ours: OURS,
					against: READING,
					measure: '100,000 works read and their medians',
					of: 'rows',
					atMost: 2
				},
				{ ours: OURS, measure: 'model of 5,000 works', atMost: 1_000 }
			],
			roots: [database.pid()],
			async close() {
				await sql.end();
				await database.close();
			}
		};
	}
};
