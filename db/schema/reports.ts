import type { Answer } from '@stazhirovka/domain/forms';
import { REPORT_STATES, type Filled } from '@stazhirovka/domain/plans';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { regulationVersions } from './regulations.ts';
import { sites } from './sites.ts';

export const REPORT_KINDS = ['regular', 'request'] as const;

/**
 * A report of a site (R126, R127): the regular one of its regulation, or one that was asked for. The sheet is written
 * in the regulation's form; `filled` is what the log gave when it was last asked, so that people's own words are known.
 */
export const siteReports = pgTable(
	'site_reports',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		/** The rules of the day on which it was begun or asked for. */
		regulationVersionId: uuid()
			.notNull()
			.references(() => regulationVersions.id),
		kind: text({ enum: REPORT_KINDS }).notNull(),
		/** Null: the regulation says no day. */
		dueOn: day(),
		/** What is asked, and on whose behalf; empty in a regular one. */
		subject: text().notNull().default(''),
		askedFor: text().notNull().default(''),
		askedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		/** Days that it covers; null until it is begun. */
		fromDay: day(),
		toDay: day(),
		state: text({ enum: REPORT_STATES }).notNull().default('draft'),
		answer: json<Answer>().notNull().default({}),
		filled: json<Filled>().notNull().default({ answer: {}, places: [] }),
		/** Raised by every save, filling and move; a change on an older one is refused (two tabs, two reviewers). */
		revision: integer().notNull().default(0),
		savedAt: moment(),
		savedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		submittedAt: moment(),
		/** The day of handing in by the site's own clock. */
		submittedOn: day(),
		submittedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		decidedAt: moment(),
		decidedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		/** Who decided outside the platform, when the decision was entered for them. */
		decidedFor: text().notNull().default(''),
		remark: text().notNull().default(''),
		/** A request that is wanted no more: since when, by whom and why. */
		withdrawnAt: moment(),
		withdrawnBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		withdrawReason: text().notNull().default(''),
		createdAt: createdAt()
	},
	(t) => [
		uniqueIndex('site_reports_regular_once')
			.on(t.siteId, t.dueOn)
			.where(sql`${t.kind} = 'regular'`),
		uniqueIndex('site_reports_open_once')
			.on(t.siteId)
			.where(sql`${t.kind} = 'regular' and ${t.dueOn} is null and ${t.state} in ('draft', 'returned')`),
		uniqueIndex('site_reports_request_once')
			.on(t.siteId, t.dueOn, sql`md5(${t.subject})`)
			.where(sql`${t.kind} = 'request' and ${t.state} <> 'withdrawn'`),
		index('site_reports_due').on(t.dueOn),
		check('site_reports_begun', sql`(${t.fromDay} is null) = (${t.toDay} is null)`),
		check('site_reports_forward', sql`${t.toDay} >= ${t.fromDay}`),
		check('site_reports_request_due', sql`${t.kind} = 'regular' or ${t.dueOn} is not null`),
		check(
			'site_reports_handed_in',
			sql`${t.state} in ('draft', 'withdrawn') or ${t.submittedAt} is not null`
		),
		check('site_reports_withdrawn', sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`)
	]
);
