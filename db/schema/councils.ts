import {
	COUNCIL_ROLES,
	EXPERTISE_RESULTS,
	EXPERTISE_RULES,
	MAJORITIES,
	QUORUMS,
	RECOMMENDATIONS,
	type Criterion
} from '@stazhirovka/domain/councils';
import type { Answer } from '@stazhirovka/domain/forms';
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	real,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { acts } from './acts.ts';
import { applications } from './applications.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { regions } from './organisations.ts';
import { regulations } from './regulations.ts';

/** An expert or methodical council, composed by an act (R27, R28). How it judges and decides is its own data. */
export const councils = pgTable(
	'councils',
	{
		id: id(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		regulationId: uuid()
			.notNull()
			.references(() => regulations.id),
		/** As the regulation names the body, or in own words. */
		title: text().notNull(),
		actId: uuid()
			.notNull()
			.references(() => acts.id),
		quorum: text({ enum: QUORUMS }).notNull().default('more_than_half'),
		majority: text({ enum: MAJORITIES }).notNull().default('of_votes'),
		castingVote: boolean().notNull().default(true),
		/** Reviews that each application gets. */
		perApplication: integer().notNull().default(2),
		criteria: json<Criterion[]>().notNull().default([]),
		/** Percent of the best possible score from which a review recommends. */
		threshold: integer().notNull().default(60),
		rule: text({ enum: EXPERTISE_RULES }).notNull().default('majority'),
		/** Raised by every change. */
		revision: integer().notNull().default(0),
		composedBy: uuid().references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [index('councils_region').on(t.regionId), index('councils_regulation').on(t.regulationId)]
);

/** Who sits in a council, with the days: whoever leaves stays in the list of what they decided. */
export const councilMembers = pgTable(
	'council_members',
	{
		id: id(),
		councilId: uuid()
			.notNull()
			.references(() => councils.id),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		role: text({ enum: COUNCIL_ROLES }).notNull(),
		fromDay: day().notNull(),
		/** The last day in the council; null while it lasts. */
		lastDay: day(),
		/** The act that brought them in, where it is not the first one. */
		actId: uuid().references(() => acts.id),
		/** The act by which they leave. */
		endActId: uuid().references(() => acts.id)
	},
	(t) => [
		index('council_members_council').on(t.councilId),
		index('council_members_person').on(t.personId),
		uniqueIndex('council_members_once')
			.on(t.councilId, t.personId)
			.where(sql`${t.lastDay} is null`)
	]
);

/** One expertise of an application by a council; a returned application may get another one later. */
export const expertises = pgTable(
	'expertises',
	{
		id: id(),
		councilId: uuid()
			.notNull()
			.references(() => councils.id),
		applicationId: uuid()
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		/** The terms as they were when it began: changed criteria judge only what begins later. */
		criteria: json<Criterion[]>().notNull(),
		threshold: integer().notNull(),
		rule: text({ enum: EXPERTISE_RULES }).notNull(),
		perApplication: integer().notNull(),
		begunBy: uuid().references(() => people.id),
		begunAt: createdAt(),
		finishedAt: moment(),
		finishedBy: uuid().references(() => people.id),
		result: text({ enum: EXPERTISE_RESULTS }),
		/** Percent of the best possible, with one digit: for people. */
		score: real(),
		/** Whose word decided where the reviews were split, and on what grounds. */
		castBy: uuid().references(() => people.id),
		castReason: text()
	},
	(t) => [
		index('expertises_council').on(t.councilId),
		index('expertises_application').on(t.applicationId),
		uniqueIndex('expertises_one_open')
			.on(t.applicationId)
			.where(sql`${t.finishedAt} is null`),
		check('expertises_result', sql`(${t.finishedAt} is null) = (${t.result} is null)`),
		check('expertises_cast', sql`(${t.castBy} is null) = (${t.castReason} is null)`)
	]
);

/** What a member says of an application before anything of it can be read. A conflict is never taken back. */
export const conflictDeclarations = pgTable(
	'conflict_declarations',
	{
		applicationId: uuid()
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		conflict: boolean().notNull(),
		reason: text(),
		declaredAt: createdAt()
	},
	(t) => [
		primaryKey({ columns: [t.applicationId, t.personId] }),
		index('conflict_declarations_person').on(t.personId),
		check('conflict_declarations_reason', sql`${t.conflict} = (${t.reason} is not null)`)
	]
);

/** Who reviews an application. Until it is released it is a preview that only the coordinators see. */
export const reviewAssignments = pgTable(
	'review_assignments',
	{
		id: id(),
		expertiseId: uuid()
			.notNull()
			.references(() => expertises.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		releasedAt: moment(),
		/** Given back: the person turned out to be in conflict, or left the council. */
		withdrawnAt: moment(),
		createdAt: createdAt()
	},
	(t) => [
		uniqueIndex('review_assignments_once')
			.on(t.expertiseId, t.personId)
			.where(sql`${t.withdrawnAt} is null`),
		index('review_assignments_person').on(t.personId)
	]
);

/** A review: saved on top of the revision that it was written on, and never changed once it was submitted. */
export const applicationReviews = pgTable('application_reviews', {
	assignmentId: uuid()
		.primaryKey()
		.references(() => reviewAssignments.id, { onDelete: 'cascade' }),
	answer: json<Answer>().notNull().default({}),
	revision: integer().notNull().default(0),
	savedAt: moment().notNull(),
	submittedAt: moment(),
	/** Percent of the best possible, and what follows from it by the threshold. */
	score: real(),
	recommendation: text({ enum: RECOMMENDATIONS })
});
