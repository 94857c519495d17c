import type { Database } from '@stazhirovka/db';
import { applications, regulationVersions, regulations } from '@stazhirovka/db/schema';
import { and, eq, isNotNull } from 'drizzle-orm';

/** An application that stands where a test begins, as its commands would have left it. */
export async function makeApplication(
	db: Database,
	key: string,
	values: Pick<typeof applications.$inferInsert, 'regionId' | 'organisationId' | 'createdBy'> &
		Partial<typeof applications.$inferInsert>
) {
	const [version] = await db
		.select({ id: regulationVersions.id })
		.from(regulationVersions)
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(and(eq(regulations.key, key), isNotNull(regulationVersions.publishedAt)));
	if (!version) throw new Error(`No published regulation ${key}`);

	const defaults = { regulationVersionId: version.id, title: 'Новая площадка', theme: 'Тема' };
	const [row] = await db
		.insert(applications)
		.values({ ...defaults, ...values })
		.returning();
	if (!row) throw new Error('No application was stored');
	return row;
}
