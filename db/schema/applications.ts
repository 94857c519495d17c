import { EXPERTISE_RESULTS } from '@stazhirovka/domain/councils';
import type { Answer } from '@stazhirovka/domain/forms';
import { APPLICATION_STATES, type ProgrammeApproval, type SheetKind } from '@stazhirovka/domain/sites';
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
import { sql } from 'drizzle-orm';
import { people } from './accounts.ts';
import { acts } from './acts.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { organisations, regions } from './organisations.ts';
import { regulations, regulationVersions } from './regulations.ts';
import { sites } from './sites.ts';

/** Days on which applications are taken, where an act sets them (R12). */
export const applicationWindows = pgTable(
	'application_windows',
	{
		id: id(),
		regulationId: uuid()
			.notNull()
			.references(() => regulations.id),
		actId: uuid()
			.notNull()
			.references(() => acts.id),
		opensOn: day().notNull(),
		closesOn: day().notNull(),
		openedBy: uuid().references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [
		unique('application_windows_once').on(t.regulationId, t.actId),
		check('application_windows_forward', sql`${t.closesOn} >= ${t.opensOn}`)
	]
);

/** The wish of an organisation for the status, or a registration without one (`direct`, R15). */
export const applications = pgTable(
	'applications',
	{
		id: id(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		/** The rules it is judged by: those in force when it was begun. */
		regulationVersionId: uuid()
			.notNull()
			.references(() => regulationVersions.id),
		windowId: uuid().references(() => applicationWindows.id),
		/** The one organisation, or the lead of a network. */
		organisationId: uuid()
			.notNull()
			.references(() => organisations.id),
		direct: boolean().notNull().default(false),
		/** What the site will be called, and its theme. */
		title: text().notNull(),
		theme: text().notNull().default(''),
		state: text({ enum: APPLICATION_STATES }).notNull().default('draft'),
		/** Both sheets are saved on top of the revision that they were written on (two tabs). */
		answer: json<Answer>().notNull().default({}),
		answerRevision: integer().notNull().default(0),
		answerSavedAt: moment(),
		programme: json<Answer>().notNull().default({}),
		programmeRevision: integer().notNull().default(0),
		programmeSavedAt: moment(),
		/** Dates of the programme, from its title page: a status may be bound to them (R9). */
		programmeFrom: day(),
		programmeTo: day(),
		/** «Утверждаю» and «Согласовано» of the programme, where the regulation asks for them (R41). */
		programmeApproval: json<ProgrammeApproval>().notNull().default({}),
		approvalRevision: integer().notNull().default(0),
		approvalSavedAt: moment(),
		/** The statements of eligibility are rows of their own; they are saved as one sheet. */
		eligibilityRevision: integer().notNull().default(0),
		eligibilitySavedAt: moment(),
		/** Minutes by which a network chose its lead (R32). */
		networkMinutes: text(),
		/** Raised by every move; a move on an older one is refused. */
		revision: integer().notNull().default(0),
		/** Why it was returned, declined or withdrawn, in words. */
		reason: text(),
		/** What is to be mended in an application that was returned, line by line. */
		remarks: text().array().notNull().default([]),
		reviewResult: text({ enum: EXPERTISE_RESULTS }),
		/** The site of the same organisation whose status it asks for once more. */
		renewsSiteId: uuid().references(() => sites.id),
		/** What it became. */
		siteId: uuid().references(() => sites.id),
		createdBy: uuid()
			.notNull()
			.references(() => people.id),
		createdAt: createdAt(),
		submittedAt: moment(),
		decidedAt: moment()
	},
	(t) => [
		index('applications_region').on(t.regionId, t.state),
		index('applications_author').on(t.createdBy),
		index('applications_organisation').on(t.organisationId),
		index('applications_renews').on(t.renewsSiteId),
		// Begun twice by one person under one name: a double click.
		uniqueIndex('applications_one_draft')
			.on(t.createdBy, t.regulationVersionId, t.organisationId, sql`lower(${t.title})`)
			.where(sql`${t.state} = 'draft' or (${t.direct} and ${t.state} = 'complete')`)
	]
);

/** Each time that an application was given back: why, and what stood in it then, so that changes can be told. */
export const applicationReturns = pgTable(
	'application_returns',
	{
		id: id(),
		applicationId: uuid()
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		reason: text().notNull(),
		remarks: text().array().notNull().default([]),
		/** Null for what was given back before this was kept. */
		contents: json<ReturnedContents>(),
		returnedBy: uuid().references(() => people.id),
		returnedAt: createdAt()
	},
	(t) => [index('application_returns_application').on(t.applicationId)]
);

/** An application as it stood when it was given back. */
export type ReturnedContents = {
	title: string;
	theme: string;
	sheets: Partial<Record<SheetKind, Answer>>;
};

/** Organisations of a network that applies; the lead stands in the application itself too. */
export const applicationMembers = pgTable(
	'application_members',
	{
		applicationId: uuid()
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		organisationId: uuid()
			.notNull()
			.references(() => organisations.id),
		isLead: boolean().notNull().default(false)
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.organisationId] })]
);

/** The applicant's own word on each statement of eligibility, by its place in the regulation (R17). */
export const eligibilityStatements = pgTable(
	'eligibility_statements',
	{
		applicationId: uuid()
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		confirmed: boolean().notNull(),
		/** What proves it: words, and files that hang on the application. */
		evidence: text().notNull().default(''),
		fileIds: uuid().array().notNull().default([])
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.position] })]
);

/** Organisations that a municipal authority recommends for the status (R29), by the list that names them. */
export const recommendations = pgTable(
	'recommendations',
	{
		id: id(),
		regulationId: uuid()
			.notNull()
			.references(() => regulations.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisations.id),
		/** The municipal authority, in words. */
		authority: text().notNull(),
		/** The paper that recommends: «письмо от 12.03.2027 № 41». */
		reference: text().notNull(),
		enteredBy: uuid().references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [unique('recommendations_once').on(t.regulationId, t.organisationId)]
);
