import { sql } from 'drizzle-orm';
import {
	boolean,
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
import { acts } from './acts.ts';
import { createdAt, day, id, json } from './columns.ts';
import { files } from './forms.ts';
import { sites, type Reference } from './sites.ts';

/** Somebody in a role of a site, with the days (R32, R33, R71, R79). Append-only but for the end. */
export const siteStaff = pgTable(
	'site_staff',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		/** A key of the regulation's roles; words where the regulation names none. */
		role: text().notNull(),
		name: text().notNull(),
		position: text().notNull().default(''),
		/** The person's account, when there is one. */
		personId: uuid().references(() => people.id, { onDelete: 'set null' }),
		fromDay: day().notNull(),
		lastDay: day(),
		/** The leader's own order is a local paper and is named; a region's act is entered in the register of acts. */
		act: json<Reference>(),
		actId: uuid().references(() => acts.id),
		/** Minutes of a collegial choice (R32). */
		minutes: json<Reference>(),
		endReason: text(),
		/** The platform's role of a tutor came with this appointment, and goes with it. */
		gaveGrant: boolean().notNull().default(false),
		/** The first day is ahead, and that role comes with it. */
		grantWaits: boolean().notNull().default(false),
		appointedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		unique('site_staff_once').on(t.siteId, t.role, t.name, t.fromDay),
		index('site_staff_person').on(t.personId),
		check('site_staff_forward', sql`${t.lastDay} is null or ${t.lastDay} >= ${t.fromDay}`)
	]
);

/** A consent to a public name that somebody of a site signed on paper, mostly without an account (X7). */
export const staffConsents = pgTable(
	'staff_consents',
	{
		id: id(),
		staffId: uuid()
			.notNull()
			.references(() => siteStaff.id),
		signedOn: day().notNull(),
		fileId: uuid()
			.notNull()
			.references(() => files.id),
		withdrawnOn: day(),
		recordedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [
		uniqueIndex('staff_consents_standing')
			.on(t.staffId)
			.where(sql`${t.withdrawnOn} is null`)
	]
);

/** Who did a duty of a role, and when (R70). */
export const dutyMarks = pgTable(
	'duty_marks',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		role: text().notNull(),
		duty: text().notNull(),
		who: text().notNull(),
		onDay: day().notNull(),
		note: text().notNull().default(''),
		markedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [unique('duty_marks_once').on(t.siteId, t.role, t.duty, t.who, t.onDay)]
);

/** How somebody of the site was taught (R73). */
export const staffTrainings = pgTable(
	'staff_trainings',
	{
		id: id(),
		staffId: uuid()
			.notNull()
			.references(() => siteStaff.id),
		title: text().notNull(),
		provider: text().notNull(),
		/** Academic hours. */
		hours: integer().notNull(),
		fromDay: day().notNull(),
		lastDay: day().notNull(),
		document: text().notNull().default(''),
		createdAt: createdAt()
	},
	(t) => [
		unique('staff_trainings_once').on(t.staffId, t.title, t.lastDay),
		check('staff_trainings_forward', sql`${t.lastDay} >= ${t.fromDay}`)
	]
);

/** Agreements of a site with its operator (R19); the scan is a file that hangs on the site. */
export const siteAgreements = pgTable(
	'site_agreements',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		number: text().notNull(),
		signedOn: day().notNull(),
		fromDay: day().notNull(),
		lastDay: day(),
		subject: text().notNull(),
		fileId: uuid().references(() => files.id),
		createdAt: createdAt()
	},
	(t) => [unique('site_agreements_once').on(t.siteId, t.number, t.signedOn)]
);

/** A temporary working group (R66). */
export const workingGroups = pgTable(
	'working_groups',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		title: text().notNull(),
		direction: text().notNull(),
		fromDay: day().notNull(),
		lastDay: day(),
		results: text().notNull().default(''),
		/** Raised by every change: two tabs do not write over each other. */
		revision: integer().notNull().default(0),
		createdAt: createdAt()
	},
	(t) => [unique('working_groups_once').on(t.siteId, t.title, t.fromDay)]
);

export const workingGroupMembers = pgTable(
	'working_group_members',
	{
		groupId: uuid()
			.notNull()
			.references(() => workingGroups.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		name: text().notNull(),
		/** The person's account, when there is one: it is let into the group's room. */
		personId: uuid().references(() => people.id, { onDelete: 'set null' }),
		part: text().notNull().default('')
	},
	(t) => [primaryKey({ columns: [t.groupId, t.position] })]
);

/** Who supports whom, since when: a tutor and a teacher, or two schools (R74, R76). */
export const supportPairs = pgTable(
	'support_pairs',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		kind: text({ enum: ['people', 'schools'] }).notNull(),
		supporter: text().notNull(),
		supported: text().notNull(),
		subject: text().notNull().default(''),
		sinceDay: day().notNull(),
		untilDay: day(),
		createdAt: createdAt()
	},
	(t) => [unique('support_pairs_once').on(t.siteId, t.supporter, t.supported, t.sinceDay)]
);

/** The log of a pair's consultations (R68). */
export const consultations = pgTable(
	'consultations',
	{
		id: id(),
		pairId: uuid()
			.notNull()
			.references(() => supportPairs.id),
		onDay: day().notNull(),
		/** «очно», «дистанционно»: one of the regulation's words. */
		delivery: text().notNull(),
		participants: text().notNull(),
		outcome: text().notNull(),
		loggedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [uniqueIndex('consultations_once').on(t.pairId, t.onDay, t.delivery, sql`md5(${t.outcome})`)]
);
