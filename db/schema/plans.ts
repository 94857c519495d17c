import { APPROVAL_KINDS, CORRECTION_KINDS, PLAN_STATES, type PlanRow } from '@stazhirovka/domain/plans';
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { documents } from './documents.ts';
import { files } from './forms.ts';
import { regions } from './organisations.ts';
import { regulationVersions } from './regulations.ts';
import { sites } from './sites.ts';

/** The plan of a site for a period, under the rules that were in force when it was begun (R52–R57). */
export const plans = pgTable(
	'plans',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		regulationVersionId: uuid()
			.notNull()
			.references(() => regulationVersions.id),
		fromDay: day().notNull(),
		/** Null: it lasts as long as the site. */
		lastDay: day(),
		state: text({ enum: PLAN_STATES }).notNull().default('draft'),
		/** Raised by every change of the plan and its rows; a change on an older one is refused (two tabs). */
		revision: integer().notNull().default(0),
		/** The leader's signature, when it was sent. */
		signature: json<{ name: string; position: string; on: string }>(),
		returnReason: text(),
		/** The paper that was issued last, and the SHA-256 of what stood on it: the same plan is issued once. */
		documentId: uuid().references(() => documents.id),
		documentHash: text(),
		createdBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		unique('plans_once').on(t.siteId, t.fromDay),
		check('plans_forward', sql`${t.lastDay} is null or ${t.lastDay} >= ${t.fromDay}`)
	]
);

export const planRows = pgTable(
	'plan_rows',
	{
		id: id(),
		planId: uuid()
			.notNull()
			.references(() => plans.id),
		title: text().notNull(),
		format: text().notNull(),
		delivery: text().notNull(),
		fromDay: day(),
		lastDay: day(),
		responsible: text().notNull(),
		/** Words of the regulation's own columns, by their keys. */
		cells: json<Record<string, string>>().notNull().default({}),
		/** Shown to everybody in the calendar (R146). */
		isPublic: boolean().notNull().default(false),
		cancelledAt: moment(),
		createdAt: createdAt()
	},
	(t) => [index('plan_rows_plan').on(t.planId), index('plan_rows_days').on(t.fromDay)]
);

/** A row that somebody of the site proposes; the leader takes or declines it with a word (R58). */
export const planProposals = pgTable(
	'plan_proposals',
	{
		id: id(),
		planId: uuid()
			.notNull()
			.references(() => plans.id),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		row: json<PlanRow>().notNull(),
		state: text({ enum: ['waiting', 'accepted', 'declined'] })
			.notNull()
			.default('waiting'),
		answer: text().notNull().default(''),
		decidedAt: moment(),
		createdAt: createdAt()
	},
	(t) => [uniqueIndex('plan_proposals_once').on(t.planId, t.personId, sql`md5(${t.row}::text)`)]
);

/** «УТВЕРЖДАЮ» and «СОГЛАСОВАНО»: by whom and when; `onPaper`: told after a paper. They fall when the plan is given back. */
export const planApprovals = pgTable(
	'plan_approvals',
	{
		id: id(),
		planId: uuid()
			.notNull()
			.references(() => plans.id),
		kind: text({ enum: APPROVAL_KINDS }).notNull(),
		name: text().notNull(),
		position: text().notNull(),
		onDay: day().notNull(),
		onPaper: boolean().notNull(),
		/** The signed sheet, scanned: of what was approved on paper. Older approvals may have none. */
		fileId: uuid().references(() => files.id),
		recordedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [unique('plan_approvals_once').on(t.planId, t.kind), index('plan_approvals_file').on(t.fileId)]
);

/** How a plan in force was changed and why (R129). Append-only. */
export const planCorrections = pgTable(
	'plan_corrections',
	{
		id: id(),
		rowId: uuid()
			.notNull()
			.references(() => planRows.id),
		kind: text({ enum: CORRECTION_KINDS }).notNull(),
		reason: text().notNull(),
		onDay: day().notNull(),
		before: json<{ from: string | null; lastDay: string | null }>(),
		after: json<{ from: string | null; lastDay: string | null }>(),
		madeBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [index('plan_corrections_row').on(t.rowId)]
);

/** What was held: the log that reports read (R54, R64). A row may be held on several days, once on each. */
export const planExecutions = pgTable(
	'plan_executions',
	{
		id: id(),
		rowId: uuid()
			.notNull()
			.references(() => planRows.id),
		heldOn: day().notNull(),
		format: text().notNull(),
		delivery: text().notNull(),
		participants: integer().notNull(),
		outcome: text().notNull(),
		links: text().array().notNull().default([]),
		fileIds: uuid().array().notNull().default([]),
		revision: integer().notNull().default(0),
		reportedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt(),
		/** Told by mistake: it counts nowhere and stays in the journal. */
		withdrawnAt: moment()
	},
	(t) => [
		uniqueIndex('plan_executions_once')
			.on(t.rowId, t.heldOn)
			.where(sql`${t.withdrawnAt} is null`),
		index('plan_executions_held').on(t.heldOn),
		check('plan_executions_participants', sql`${t.participants} >= 0`)
	]
);

/** Formats of events that a region added to those of its regulations (R60). */
export const eventFormats = pgTable(
	'event_formats',
	{
		id: id(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		title: text().notNull(),
		createdAt: createdAt()
	},
	(t) => [uniqueIndex('event_formats_once').on(t.regionId, sql`lower(${t.title})`)]
);

/** The private address of a site's calendar: only the SHA-256 of its token is kept. Taking it back deletes the row. */
export const planFeeds = pgTable('plan_feeds', {
	siteId: uuid()
		.primaryKey()
		.references(() => sites.id),
	tokenHash: text().notNull().unique(),
	openedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
	createdAt: createdAt()
});
