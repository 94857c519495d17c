import { LICENCES, PRODUCT_KINDS, type PassportChoice } from '@stazhirovka/domain/passports';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, json, moment, tsvector } from './columns.ts';
import { finalWorks } from './final-works.ts';
import { sites } from './sites.ts';

/** What the leader of a site shows to everybody: a draft, and what was published of it last. */
export const sitePassports = pgTable('site_passports', {
	siteId: uuid()
		.primaryKey()
		.references(() => sites.id),
	draft: json<PassportChoice>().notNull(),
	shown: json<PassportChoice>(),
	/** Raised by every change: two tabs do not write over each other. */
	revision: integer().notNull().default(0),
	publishedAt: moment(),
	publishedBy: uuid().references(() => people.id, { onDelete: 'set null' })
});

/** News of a site (R144). A day of publication makes them public. */
export const siteNews = pgTable(
	'site_news',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		title: text().notNull(),
		body: text().notNull(),
		publishedOn: day(),
		revision: integer().notNull().default(0),
		writtenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [index('site_news_site').on(t.siteId), index('site_news_published').on(t.publishedOn)]
);

/** What practice at a site has left: materials, models, works (R137–R140). A day of publication makes it public. */
export const siteProducts = pgTable(
	'site_products',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		kind: text({ enum: PRODUCT_KINDS }).notNull(),
		title: text().notNull(),
		/** Of a product of the site itself; an intern is named by the work, while the consent stands. */
		authors: text().notNull().default(''),
		theme: text().notNull().default(''),
		link: text(),
		licence: text({ enum: LICENCES }),
		finalWorkId: uuid().references(() => finalWorks.id),
		publishedOn: day(),
		/** What it is found by; not its authors, whose consent may be withdrawn. */
		words: tsvector().generatedAlwaysAs(
			sql`to_tsvector('russian', translate(title || ' ' || theme, 'ёЁ', 'еЕ'))`
		),
		revision: integer().notNull().default(0),
		writtenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		index('site_products_site').on(t.siteId),
		index('site_products_words').using('gin', t.words),
		index('site_products_published').on(t.publishedOn),
		index('site_products_work').on(t.finalWorkId),
		check('site_products_one_author', sql`${t.finalWorkId} is null or ${t.authors} = ''`)
	]
);
