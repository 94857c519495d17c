import type { FormDefinition } from '@stazhirovka/domain/forms';
import type { Finding, ProgrammeDocument, ProgrammeRules } from '@stazhirovka/domain/programmes';
import { sql } from 'drizzle-orm';
import { integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { sites } from './sites.ts';

export const programmes = pgTable('programmes', {
	id: id(),
	key: text().notNull().unique(),
	siteId: uuid()
		.notNull()
		.references(() => sites.id),
	createdAt: createdAt()
});

/** A published version is frozen: the document, the rules read from it and its forms never change again. */
export const programmeVersions = pgTable(
	'programme_versions',
	{
		id: id(),
		programmeId: uuid()
			.notNull()
			.references(() => programmes.id),
		number: integer().notNull(),
		document: json<ProgrammeDocument>().notNull(),
		rules: json<ProgrammeRules>().notNull(),
		/** What the check advised its author to look at; errors never get this far. */
		warnings: json<Finding[]>().notNull().default([]),
		/** SHA-256 of the imported bytes: the same file twice is the same version. */
		sourceHash: text().notNull(),
		importedBy: uuid().references(() => people.id),
		importedAt: createdAt(),
		publishedBy: uuid().references(() => people.id),
		publishedAt: moment()
	},
	(t) => [
		unique('programme_versions_number').on(t.programmeId, t.number),
		uniqueIndex('programme_versions_one_draft')
			.on(t.programmeId)
			.where(sql`${t.publishedAt} is null`)
	]
);

export const formDefinitions = pgTable(
	'form_definitions',
	{
		id: id(),
		programmeVersionId: uuid()
			.notNull()
			.references(() => programmeVersions.id, { onDelete: 'cascade' }),
		key: text().notNull(),
		definition: json<FormDefinition>().notNull()
	},
	(t) => [unique('form_definitions_key').on(t.programmeVersionId, t.key)]
);
