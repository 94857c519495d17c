import type { Database, Tx } from '@stazhirovka/db';
import { siteNews, sitePassports, siteProducts } from '@stazhirovka/db/schema';
import { NO_CHOICE, type PassportChoice } from '@stazhirovka/domain/passports';
import { and, eq, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;

export type PassportRow = Pick<
	typeof sitePassports.$inferSelect,
	'draft' | 'shown' | 'revision' | 'publishedAt'
>;

const UNTOUCHED: PassportRow = { draft: NO_CHOICE, shown: null, revision: 0, publishedAt: null };

/** The passport as it is kept; of a site that has decided nothing, an empty one. */
export async function passportOf(db: Queryable, siteId: string): Promise<PassportRow> {
	const [row] = await db.select().from(sitePassports).where(eq(sitePassports.siteId, siteId));
	return row ?? UNTOUCHED;
}

/** Keeps a draft over the revision that the person saw; false when another was first. */
export async function saveDraft(
	tx: Tx,
	{ siteId, revision, draft }: { siteId: string; revision: number; draft: PassportChoice }
): Promise<boolean> {
	if (revision === 0) {
		const made = await tx
			.insert(sitePassports)
			.values({ siteId, draft, revision: 1 })
			.onConflictDoNothing()
			.returning({ siteId: sitePassports.siteId });
		return made.length === 1;
	}
	const changed = await tx
		.update(sitePassports)
		.set({ draft, revision: revision + 1 })
		.where(and(eq(sitePassports.siteId, siteId), eq(sitePassports.revision, revision)))
		.returning({ siteId: sitePassports.siteId });
	return changed.length === 1;
}

/** Shows the draft of this very revision. */
export async function showDraft(
	tx: Tx,
	{ siteId, revision, ...by }: { siteId: string; revision: number; publishedAt: Date; publishedBy: string }
): Promise<boolean> {
	const rows = await tx
		.update(sitePassports)
		.set({ shown: sql`${sitePassports.draft}`, ...by })
		.where(and(eq(sitePassports.siteId, siteId), eq(sitePassports.revision, revision)))
		.returning({ siteId: sitePassports.siteId });
	return rows.length === 1;
}

const ITEMS = { news: siteNews, product: siteProducts };

export type ItemKind = keyof typeof ITEMS;
type Place = { id: string; siteId: string };

/** Everything that an item says in words. */
const TEXTS: Record<ItemKind, SQL<string>> = {
	news: sql<string>`concat_ws(E'\n', ${siteNews.title}, ${siteNews.body})`,
	product: sql<string>`concat_ws(E'\n', ${siteProducts.title}, ${siteProducts.authors})`
};

/** News or a product of the site by its id. */
export async function findItem(tx: Tx, kind: ItemKind, { id, siteId }: Place) {
	const items: typeof siteNews | typeof siteProducts = ITEMS[kind];
	const [row] = await tx
		.select({ revision: items.revision, publishedOn: items.publishedOn, text: TEXTS[kind] })
		.from(items)
		.where(and(eq(items.id, id), eq(items.siteId, siteId)));
	return row;
}

/** News as they were written, to tell a form that is sent twice. */
export async function newsAt(tx: Tx, { id, siteId }: Place) {
	const [row] = await tx
		.select()
		.from(siteNews)
		.where(and(eq(siteNews.id, id), eq(siteNews.siteId, siteId)));
	return row;
}

/** A product as it was written, to tell a form that is sent twice. */
export async function productAt(tx: Tx, { id, siteId }: Place) {
	const [row] = await tx
		.select()
		.from(siteProducts)
		.where(and(eq(siteProducts.id, id), eq(siteProducts.siteId, siteId)));
	return row;
}

export async function insertNews(tx: Tx, values: typeof siteNews.$inferInsert): Promise<boolean> {
	const rows = await tx.insert(siteNews).values(values).onConflictDoNothing().returning({ id: siteNews.id });
	return rows.length === 1;
}

export async function insertProduct(tx: Tx, values: typeof siteProducts.$inferInsert): Promise<boolean> {
	const rows = await tx
		.insert(siteProducts)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: siteProducts.id });
	return rows.length === 1;
}

type Seen = Place & { revision: number };

/** Changes what is still as it was seen; false when it is not. */
export async function changeNews(
	tx: Tx,
	{ id, siteId, revision }: Seen,
	values: Partial<typeof siteNews.$inferInsert>
): Promise<boolean> {
	const rows = await tx
		.update(siteNews)
		.set({ ...values, revision: revision + 1 })
		.where(and(eq(siteNews.id, id), eq(siteNews.siteId, siteId), eq(siteNews.revision, revision)))
		.returning({ id: siteNews.id });
	return rows.length === 1;
}

export async function changeProduct(
	tx: Tx,
	{ id, siteId, revision }: Seen,
	values: Partial<typeof siteProducts.$inferInsert>
): Promise<boolean> {
	const rows = await tx
		.update(siteProducts)
		.set({ ...values, revision: revision + 1 })
		.where(and(eq(siteProducts.id, id), eq(siteProducts.siteId, siteId), eq(siteProducts.revision, revision)))
		.returning({ id: siteProducts.id });
	return rows.length === 1;
}
