import type { ProductFilter } from '@stazhirovka/contract/passports';
import type { Database } from '@stazhirovka/db';
import {
	enrolments,
	finalWorks,
	nameColumns,
	people,
	regions,
	siteProducts,
	sites,
	statusDecisions
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, exists, gte, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { consented } from './queries.ts';

/** Products that everybody may see: published, of a public site, and of an intern only while the consent stands. */
function shown(db: Database): SQL | undefined {
	const known = db
		.select({ one: sql`1` })
		.from(statusDecisions)
		.where(eq(statusDecisions.siteId, sites.id));
	const allowed = db
		.select({ one: sql`1` })
		.from(finalWorks)
		.innerJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.where(and(eq(finalWorks.id, siteProducts.finalWorkId), consented(db, enrolments.personId)));
	return and(
		isNotNull(siteProducts.publishedOn),
		exists(known),
		or(isNull(siteProducts.finalWorkId), exists(allowed))
	);
}

/** Words in any of their forms, «ё» as «е», of the product or of its site. */
function hasWords(typed: string | undefined): SQL | undefined {
	if (!typed) return undefined;
	const query = sql`websearch_to_tsquery('russian', translate(${typed}, 'ёЁ', 'еЕ'))`;
	return sql`(${siteProducts.words} @@ ${query}
		or to_tsvector('russian', translate(${sites.title}, 'ёЁ', 'еЕ')) @@ ${query})`;
}

/** A slice of the catalogue, the newest first; each row tells how many there are. */
export function searchProducts(
	db: Database,
	{ q, region, site, kind, theme, licence }: ProductFilter,
	{ limit, offset }: { limit: number; offset: number }
) {
	return db
		.select({
			id: siteProducts.id,
			kind: siteProducts.kind,
			title: siteProducts.title,
			authors: siteProducts.authors,
			theme: siteProducts.theme,
			link: siteProducts.link,
			licence: siteProducts.licence,
			finalWorkId: siteProducts.finalWorkId,
			author: nameColumns,
			publishedOn: sql<string>`${siteProducts.publishedOn}`,
			site: { id: sites.id, title: sites.title, region: regions.title },
			total: sql<number>`count(*) over ()::int`
		})
		.from(siteProducts)
		.innerJoin(sites, eq(sites.id, siteProducts.siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.leftJoin(finalWorks, eq(finalWorks.id, siteProducts.finalWorkId))
		.leftJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.leftJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				shown(db),
				hasWords(q),
				region === undefined ? undefined : eq(sites.regionId, region),
				site === undefined ? undefined : eq(sites.id, site),
				kind === undefined ? undefined : eq(siteProducts.kind, kind),
				theme === undefined ? undefined : eq(siteProducts.theme, theme),
				licence === undefined ? undefined : eq(siteProducts.licence, licence)
			)
		)
		.orderBy(desc(siteProducts.publishedOn), desc(siteProducts.id))
		.limit(limit)
		.offset(offset);
}

/** Where what everybody may see comes from, and what it is about. */
export function productPlaces(db: Database) {
	return db
		.selectDistinct({
			site: { id: sites.id, title: sites.title },
			region: { id: regions.id, title: regions.title },
			theme: siteProducts.theme
		})
		.from(siteProducts)
		.innerJoin(sites, eq(sites.id, siteProducts.siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.where(shown(db))
		.orderBy(asc(sites.title), asc(siteProducts.theme));
}

/** What was published on these days, both included, as far as everybody may see it. */
export function productsBetween(db: Database, from: string, lastDay: string) {
	return db
		.select({ day: sql<string>`${siteProducts.publishedOn}`, title: siteProducts.title, site: sites.title })
		.from(siteProducts)
		.innerJoin(sites, eq(sites.id, siteProducts.siteId))
		.where(and(shown(db), gte(siteProducts.publishedOn, from), lte(siteProducts.publishedOn, lastDay)))
		.orderBy(asc(siteProducts.publishedOn), asc(siteProducts.id));
}
