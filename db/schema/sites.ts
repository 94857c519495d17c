import { boolean, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, day, id, json } from './columns.ts';

export const regions = pgTable('regions', { id: id(), title: text().notNull().unique() });

export const organisations = pgTable('organisations', {
	id: id(),
	key: text().unique(),
	title: text().notNull(),
	shortTitle: text().notNull(),
	kind: text().notNull(),
	regionId: uuid().references(() => regions.id),
	address: text(),
	head: text(),
	phone: text(),
	email: text(),
	/** Licence for additional professional education: decides which completion document is lawful (X1). */
	dpoLicence: json<{ number: string; date: string }>(),
	/** Where people sign up, an organisation is suggested from this list. */
	listed: boolean().notNull().default(true),
	createdAt: createdAt()
});

/** A temporary status of an organisation, not the organisation. */
export const sites = pgTable('sites', {
	id: id(),
	key: text().unique(),
	organisationId: uuid()
		.notNull()
		.references(() => organisations.id),
	operatorId: uuid().references(() => organisations.id),
	regionId: uuid()
		.notNull()
		.references(() => regions.id),
	regulationKey: text().notNull(),
	title: text().notNull(),
	theme: text(),
	/** Short code in registration numbers of certificates. */
	code: text().notNull().unique(),
	act: json<{ kind: string; number: string; date: string; by: string }>(),
	termFrom: day().notNull(),
	termTo: day().notNull(),
	/** IANA name: deadlines of the site are judged in it. */
	timeZone: text().notNull().default('Europe/Moscow'),
	createdAt: createdAt()
});

/** Public pages that the operator writes. */
export const newsItems = pgTable('news_items', {
	id: id(),
	publishedOn: day().notNull(),
	title: text().notNull(),
	body: text().notNull()
});

export const faqItems = pgTable(
	'faq_items',
	{ id: id(), position: text().notNull(), question: text().notNull(), answer: text().notNull() },
	(t) => [unique('faq_items_question').on(t.question)]
);
