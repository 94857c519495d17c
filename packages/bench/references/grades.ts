import type { Sql } from 'postgres';

export type BareGrade = { work: number; reviewer: number; value: number };

/** Marks of reviews and nothing else: each work read by `each` others in a circle. */
export async function createGrades(sql: Sql, works: number, each: number): Promise<void> {
	await sql`create table bare_grades (work int not null, reviewer int not null, value float8 not null)`;
	await sql`select setseed(0.5)`;
	await sql`
		with people as (
			select n, sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) as mark,
				sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) as bias
			from generate_series(0, ${works - 1}::int) n
		)
		insert into bare_grades (work, reviewer, value)
		select w.n, r.n, round((65 + 10 * w.mark + 6 * r.bias + 6 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))::numeric)
		from people w cross join generate_series(1, ${each}::int) step
		join people r on r.n = (w.n + step * step * 7) % ${works}::int`;
	await sql`analyze bare_grades`;
}

/** Reads the marks of the first works, as rows. */
export function readGrades(sql: Sql, works: number): Promise<BareGrade[]> {
	return sql<BareGrade[]>`select work, reviewer, value from bare_grades where work < ${works}`;
}
