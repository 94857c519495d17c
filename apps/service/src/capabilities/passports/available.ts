import type { Database, Tx } from '@stazhirovka/db';
import type { Available } from '@stazhirovka/domain/passports';
import * as queries from './queries.ts';

export type Stock = Awaited<ReturnType<typeof stockOf>>;

/** Everything that a site could show on the day. */
export async function stockOf(db: Database | Tx, siteId: string, day: string) {
	const [staff, documents, agreements] = await Promise.all([
		queries.staffOn(db, siteId, day),
		queries.documentsOf(db, siteId),
		queries.agreementsOf(db, siteId)
	]);
	return { staff, documents, agreements };
}

/** The same by ids; of people only those whose consent stands. */
export function availableIn({ staff, documents, agreements }: Stock): Available {
	return {
		staff: staff.filter(({ consented }) => consented).map(({ id }) => id),
		documents: documents.map(({ id }) => id),
		agreements: agreements.map(({ id }) => id)
	};
}
