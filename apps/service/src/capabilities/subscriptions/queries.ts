import type { Database } from '@stazhirovka/db';
import { newsItems, siteNews, sites } from '@stazhirovka/db/schema';
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';

export type Told = { day: string; title: string; site: string | null };

/** News of the operator and of sites that were published on these days, both included. */
export async function newsBetween(db: Database, from: string, lastDay: string): Promise<Told[]> {
	const own = db
		.select({ day: newsItems.publishedOn, title: newsItems.title, site: sql<string | null>`null` })
		.from(newsItems)
		.where(and(gte(newsItems.publishedOn, from), lte(newsItems.publishedOn, lastDay)))
		.orderBy(asc(newsItems.publishedOn), asc(newsItems.id));
	const ofSites = db
		.select({ day: sql<string>`${siteNews.publishedOn}`, title: siteNews.title, site: sites.title })
		.from(siteNews)
		.innerJoin(sites, eq(sites.id, siteNews.siteId))
		.where(and(gte(siteNews.publishedOn, from), lte(siteNews.publishedOn, lastDay)))
		.orderBy(asc(siteNews.publishedOn), asc(siteNews.id));
	return [...(await own), ...(await ofSites)];
}
