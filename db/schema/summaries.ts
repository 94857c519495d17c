import {
	EXPORT_FORMATS,
	EXPORT_STATES,
	type Rhythm,
	type SummaryDefinition
} from '@stazhirovka/domain/summaries';
import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { bytea, createdAt, day, id, json, moment } from './columns.ts';
import { regions } from './organisations.ts';

/** A summary that somebody keeps: what to count, never the numbers. Each reader gets the numbers of the own sites. */
export const summaries = pgTable(
	'summaries',
	{
		id: id(),
		ownerId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		definition: json<SummaryDefinition>().notNull(),
		/** Raised by every saving; a saving on an older one is refused. */
		revision: integer().notNull().default(0),
		createdAt: createdAt(),
		savedAt: moment().notNull()
	},
	(t) => [unique('summaries_title').on(t.ownerId, t.title)]
);

/** Whom a summary is shown: one person, or everybody with a role in a region. */
export const summaryShares = pgTable(
	'summary_shares',
	{
		id: id(),
		summaryId: uuid()
			.notNull()
			.references(() => summaries.id, { onDelete: 'cascade' }),
		personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
		role: text({ enum: ['leader', 'coordinator'] }),
		regionId: uuid().references(() => regions.id),
		createdAt: createdAt()
	},
	(t) => [
		unique('summary_shares_once').on(t.summaryId, t.personId, t.role, t.regionId).nullsNotDistinct(),
		index('summary_shares_person').on(t.personId),
		index('summary_shares_region').on(t.regionId, t.role),
		check(
			'summary_shares_person_or_role',
			sql`(${t.personId} is null) = (${t.role} is not null) and (${t.role} is null) = (${t.regionId} is null)`
		)
	]
);

/** Letters of a summary that a reader asked for; the day moves on in the transaction of the letter. */
export const summarySchedules = pgTable(
	'summary_schedules',
	{
		summaryId: uuid()
			.notNull()
			.references(() => summaries.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		rhythm: json<Rhythm>().notNull(),
		format: text({ enum: EXPORT_FORMATS }).notNull(),
		nextOn: day().notNull(),
		/** Some process makes its file; after a while without a letter another one may. */
		claimedAt: moment(),
		createdAt: createdAt()
	},
	(t) => [
		primaryKey({ columns: [t.summaryId, t.personId] }),
		index('summary_schedules_next').on(t.nextOn),
		index('summary_schedules_person').on(t.personId)
	]
);

/** A file of a summary, made in the background for whoever asked; only that person may take it. */
export const summaryExports = pgTable(
	'summary_exports',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		definition: json<SummaryDefinition>().notNull(),
		format: text({ enum: EXPORT_FORMATS }).notNull(),
		state: text({ enum: EXPORT_STATES }).notNull().default('waiting'),
		askedAt: moment().notNull(),
		/** Some process makes it; after a while without a result another one may. */
		claimedAt: moment(),
		/** How often it was begun: one that fails again and again is given up. */
		attempts: integer().notNull().default(0),
		finishedAt: moment(),
		/** The code of the refusal, and what it names. */
		failure: text(),
		failureDetails: json<Record<string, unknown>>(),
		name: text(),
		mime: text(),
		bytes: bytea()
	},
	(t) => [
		index('summary_exports_person').on(t.personId, t.askedAt),
		uniqueIndex('summary_exports_once')
			.on(t.personId, t.format, sql`md5(${t.title} || ${t.definition}::text)`)
			.where(sql`${t.state} = 'waiting'`),
		index('summary_exports_waiting')
			.on(t.askedAt)
			.where(sql`${t.finishedAt} is null`),
		check(
			'summary_exports_done',
			sql`(${t.state} = 'done') = (${t.bytes} is not null) and (${t.state} in ('done', 'failed')) = (${t.finishedAt} is not null)`
		)
	]
);
