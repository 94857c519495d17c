import type { Span } from '@stazhirovka/domain/indicators';
import { sql, type SQL } from 'drizzle-orm';

/** Spans as rows `n` of a statement. */
export function listed(spans: Span[]): SQL {
	return sql`select * from (values ${sql.join(
		spans.map(({ from, to }, index) => sql`(${index}::int, ${from}::date, ${to}::date)`),
		sql`, `
	)}) as n(span, first, last)`;
}
