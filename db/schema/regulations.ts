import type { Completion, Finding, RegulationProfile } from '@stazhirovka/domain/regulations';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { regions } from './organisations.ts';

/** The rule set of a training site. It is kept by the coordinators of one region, wherever its text comes from. */
export const regulations = pgTable(
	'regulations',
	{
		id: id(),
		key: text().notNull().unique(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		createdAt: createdAt()
	},
	(t) => [index('regulations_region').on(t.regionId)]
);

/** A published version is frozen. It is in force from its day until the day before the next version begins. */
export const regulationVersions = pgTable(
	'regulation_versions',
	{
		id: id(),
		regulationId: uuid()
			.notNull()
			.references(() => regulations.id),
		number: integer().notNull(),
		/** The file as it was imported. What people gave by hand stands beside it and never in it. */
		document: json<RegulationProfile>().notNull(),
		completions: json<Completion[]>().notNull().default([]),
		warnings: json<Finding[]>().notNull().default([]),
		/** SHA-256 of the imported document: the same file twice is the same version. */
		sourceHash: text().notNull(),
		/** Raised by every change of the draft. */
		revision: integer().notNull().default(0),
		importedBy: uuid().references(() => people.id),
		importedAt: createdAt(),
		publishedBy: uuid().references(() => people.id),
		publishedAt: moment(),
		inForceFrom: day()
	},
	(t) => [
		unique('regulation_versions_number').on(t.regulationId, t.number),
		unique('regulation_versions_one_beginning').on(t.regulationId, t.inForceFrom),
		uniqueIndex('regulation_versions_one_draft')
			.on(t.regulationId)
			.where(sql`${t.publishedAt} is null`),
		check(
			'regulation_versions_published_from_a_day',
			sql`(${t.publishedAt} is null) = (${t.inForceFrom} is null)`
		)
	]
);
