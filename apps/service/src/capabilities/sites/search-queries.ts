import { sql, type SQL } from 'drizzle-orm';

/** Words as they are compared: without case, «ё» as «е». */
function folded(words: SQL): SQL {
	return sql`translate(lower(${words}), 'ё', 'е')`;
}

/** Every typed word stands somewhere in the haystack; undefined when nothing was typed. */
export function hasWords(haystack: SQL, typed = ''): SQL | undefined {
	const words = typed.toLowerCase().replaceAll('ё', 'е').split(/\s+/u).filter(Boolean);
	const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
	return patterns.length
		? sql`${folded(haystack)} like all (array[${sql.join(
				patterns.map((one) => sql`${one}`),
				sql`, `
			)}])`
		: undefined;
}

export const PAGE_SIZE = 50;

/** The slice of a list that a page shows; pages are counted from one. */
export function pageOf(page = 1): { page: number; limit: number; offset: number } {
	return { page, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
}
