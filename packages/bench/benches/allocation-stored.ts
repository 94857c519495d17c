import { connect, disconnect } from '@stazhirovka/db';
import { allocate, type AllocationInput } from '@stazhirovka/domain/matching';
import { createWorld, insertReviews } from '@stazhirovka/service/measured';
import type { Bench, Prepared } from '../harness/bench.ts';
import { openDatabase } from '../harness/database.ts';
import { copyReviews } from '../references/copy-reviews.ts';
import { OURS } from './fan-out.ts';

const COPY = 'COPY of the same rows';
const WORKS = 10_000;
const PER_WORK = 3;
const SCHOOLS = 400;

type Row = { id: string; author: string; organisation: string };

function inputOf(rows: Row[]): AllocationInput {
	return {
		works: rows,
		reviewers: rows.map(({ author: id, organisation }) => ({ id, organisation })),
		perWork: PER_WORK,
		seed: 1
	};
}

function rowsOf(input: AllocationInput, allocationId: string, dueAt: Date) {
	return allocate(input).pairs.map(({ work, reviewer }, place) => {
		const alias = `Рецензент ${(place % PER_WORK) + 1}`;
		return { allocationId, finalWorkId: work, reviewerId: reviewer, alias, dueAt };
	});
}

/** Works of a cohort with their authors, written as the fewest statements that the tables allow. */
async function fill(url: string, cohortId: string): Promise<Row[]> {
	const db = connect(url);
	try {
		return await db.$client<Row[]>`
			with person as (
				insert into people (email, surname, given_name)
				select 'bench-' || n || '@test.example', 'Проба', 'Вера' from generate_series(1, ${WORKS}) n returning id
			), enrolled as (
				insert into enrolments (cohort_id, person_id, state, organisation_title)
				select ${cohortId}, id, 'confirmed', 'school ' || (row_number() over () % ${SCHOOLS}) from person
				returning id, organisation_title
			), work as (
				insert into final_works (enrolment_id, cohort_id, title, state, published_at)
				select id, ${cohortId}, 'Работа', 'in_review', now() from enrolled returning id, enrolment_id
			)
			select work.id, enrolled.id as author, enrolled.organisation_title as organisation
			from work join enrolled on enrolled.id = work.enrolment_id`;
	} finally {
		await disconnect(db);
	}
}

export const allocationStored: Bench = {
	name: 'allocation-stored',
	job: '10,000 works × 3 allocated and stored, beside COPY of the same rows into the same table',
	async prepare(): Promise<Prepared> {
		const database = await openDatabase();
		const db = connect(database.url);
		const world = await createWorld({
			database: Promise.resolve({ db, url: database.url, drop: () => disconnect(db) })
		});
		const rows = await fill(database.url, world.cohort.id);
		const [made] = await db.$client<{ id: string }[]>`
			insert into allocations (cohort_id, seed, input, report)
			values (${world.cohort.id}, 1, '{}', '{}') returning id`;
		const [input, dueAt] = [inputOf(rows), new Date('2027-02-20T21:00:00Z')];
		const ready = rowsOf(input, made?.id ?? '', dueAt);
		await db.$client`analyze`;

		async function timed(store: () => Promise<void>) {
			await db.$client`truncate reviews cascade`;
			const from = performance.now();
			await store();
			const took = performance.now() - from;
			const [{ count } = { count: 0 }] = await db.$client<{ count: number }[]>`
				select count(*)::int from reviews`;
			if (count !== WORKS * PER_WORK) throw new Error(`${count} reviews were stored`);
			return { milliseconds: took };
		}
		return {
			contenders: [
				{ name: COPY, run: () => timed(() => copyReviews(db.$client, ready)) },
				{
					name: OURS,
					run: () =>
						timed(() => db.transaction((tx) => insertReviews(tx, rowsOf(input, made?.id ?? '', dueAt))))
				}
			],
			goals: [{ ours: OURS, against: COPY, measure: 'milliseconds', atMost: 1.5 }],
			roots: [database.pid()],
			async close() {
				await world.close();
				await database.close();
			}
		};
	}
};
