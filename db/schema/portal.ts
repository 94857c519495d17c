import { pgTable, text, unique } from 'drizzle-orm/pg-core';
import { day, id } from './columns.ts';

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
