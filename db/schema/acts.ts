import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, moment } from './columns.ts';
import { regions } from './organisations.ts';

/**
 * An order or a disposition by which something begins or ends: a status, a window, a council (R3). One act may cover
 * many sites; it is entered once.
 */
export const acts = pgTable(
	'acts',
	{
		id: id(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		/** «распоряжение», «приказ». */
		kind: text().notNull(),
		number: text().notNull(),
		signedOn: day().notNull(),
		issuer: text().notNull(),
		/** What it is about, in its own words. */
		title: text().notNull(),
		enteredBy: uuid().references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [
		uniqueIndex('acts_once').on(
			t.regionId,
			t.kind,
			sql`lower(${t.issuer})`,
			sql`lower(${t.number})`,
			t.signedOn
		),
		index('acts_signed').on(t.regionId, t.signedOn)
	]
);

/**
 * The scan of an act: its pages in order, files that hang on the act (R3). An act has one standing scan at most; a
 * replaced one stays with the reason.
 */
export const actScans = pgTable(
	'act_scans',
	{
		id: id(),
		actId: uuid()
			.notNull()
			.references(() => acts.id),
		pages: uuid().array().notNull(),
		/** Anybody may open it from the passports of the sites that the act speaks of. */
		isPublic: boolean().notNull().default(false),
		addedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt(),
		replacedAt: moment(),
		/** Why another one took its place. */
		reason: text()
	},
	(t) => [
		uniqueIndex('act_scans_one')
			.on(t.actId)
			.where(sql`${t.replacedAt} is null`),
		index('act_scans_act').on(t.actId),
		check('act_scans_pages', sql`cardinality(${t.pages}) > 0`)
	]
);
