import { check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { id, json } from './columns.ts';

/** Addresses outside, as a published article gave them in three tables (R155, R156); what is doubtful the rules tell. */
export const registryLinks = pgTable(
	'registry_links',
	{
		id: id(),
		/** 1: sites of the subjects; 2: formats of support; 3: methodical support. */
		table: integer('table_number').notNull(),
		n: integer().notNull(),
		subject: text().notNull(),
		name: text().notNull(),
		/** Before it was tidied. */
		nameAsGiven: text().notNull(),
		links: json<string[]>().notNull(),
		/** A remark of whoever collected the rows. */
		note: text()
	},
	(t) => [
		unique('registry_links_row').on(t.table, t.n),
		check('registry_links_three_tables', sql`${t.table} between 1 and 3`)
	]
);
