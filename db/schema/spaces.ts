import { ADMISSIONS, SPACE_KINDS } from '@stazhirovka/domain/chat';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { createdAt, id, moment } from './columns.ts';
import { planRows } from './plans.ts';
import { sites } from './sites.ts';

/** A virtual methodical association or a chat-conference of a site (R62); what is said in it stands in its room. */
export const spaces = pgTable(
	'spaces',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		kind: text({ enum: SPACE_KINDS }).notNull(),
		/** What it is for. */
		about: text().notNull().default(''),
		/** Who may come in by himself. */
		admits: text({ enum: ADMISSIONS }).notNull(),
		cohortId: uuid().references(() => cohorts.id),
		/** SHA-256 of the link by which people of other sites come in; taking it back empties this. */
		inviteHash: text().unique(),
		/** Of a conference; the programme and the turns stand in the room. */
		startsAt: moment(),
		minutes: integer(),
		/** Shown to everybody in the calendar (R146). */
		isPublic: boolean().notNull().default(false),
		/** The row of the plan that it fulfils. */
		planRowId: uuid().references(() => planRows.id),
		/** For which start people were reminded. */
		remindedOf: moment(),
		createdBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		index('spaces_site').on(t.siteId),
		index('spaces_starts').on(t.startsAt),
		check(
			'spaces_timed',
			sql`(${t.kind} = 'conference') = (${t.startsAt} is not null and ${t.minutes} is not null)`
		),
		check('spaces_of_cohort', sql`(${t.admits} = 'cohort') = (${t.cohortId} is not null)`)
	]
);
