import { DECISION_KINDS, LEADER_POSITIONS, PERIOD_STATES } from '@stazhirovka/domain/sites';
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
import { appointed, forward } from './appointments.ts';
import { createdAt, day, id, json } from './columns.ts';
import { organisations, regions } from './organisations.ts';
import { regulationVersions } from './regulations.ts';

/** A temporary status of an organisation, not the organisation. Whether it is active follows from its decisions. */
export const sites = pgTable(
	'sites',
	{
		id: id(),
		key: text().unique(),
		/** The one organisation, or the lead of a network. */
		organisationId: uuid()
			.notNull()
			.references(() => organisations.id),
		operatorId: uuid().references(() => organisations.id),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		regulationKey: text().notNull(),
		title: text().notNull(),
		theme: text(),
		/** Short code in registration numbers of certificates. */
		code: text().notNull().unique(),
		/** IANA name: deadlines of the site are judged in it. */
		timeZone: text().notNull().default('Europe/Moscow'),
		createdAt: createdAt()
	},
	(t) => [index('sites_region').on(t.regionId), index('sites_organisation').on(t.organisationId)]
);

/** Organisations of a network with their days (R31). A site of one organisation has no rows. */
export const siteMembers = pgTable(
	'site_members',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisations.id),
		isLead: boolean().notNull().default(false),
		/** The minutes by which the network chose its lead (R32). */
		minutes: text(),
		joinedOn: day().notNull(),
		/** The last day in the network; null while it lasts. */
		leftOn: day()
	},
	(t) => [
		index('site_members_site').on(t.siteId),
		index('site_members_organisation').on(t.organisationId),
		uniqueIndex('site_members_once')
			.on(t.siteId, t.organisationId)
			.where(sql`${t.leftOn} is null`),
		uniqueIndex('site_members_one_lead')
			.on(t.siteId)
			.where(sql`${t.isLead} and ${t.leftOn} is null`)
	]
);

/** Who leads a site, with the days (R32, R33). */
export const siteLeaders = pgTable(
	'site_leaders',
	{
		...appointed(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		/** Null: not told. */
		position: text({ enum: LEADER_POSITIONS }),
		/** Minutes of the collegial choice in a network (R32). */
		minutes: json<Reference>()
	},
	(t) => [
		index('site_leaders_site').on(t.siteId),
		index('site_leaders_person').on(t.personId),
		forward('site_leaders_forward', t)
	]
);

/** What an act says of one site. Append-only: a mistake is mended by another decision. */
export const statusDecisions = pgTable(
	'status_decisions',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		actId: uuid()
			.notNull()
			.references(() => acts.id),
		kind: text({ enum: DECISION_KINDS }).notNull(),
		fromDay: day().notNull(),
		lastDay: day(),
		/** The rules that it was decided by; null for what was registered before the rules were kept here. */
		regulationVersionId: uuid().references(() => regulationVersions.id),
		/** Why a status ends or stops: a ground of the regulation, and words. */
		ground: text(),
		reason: text(),
		/** The body's minutes and the представление behind it, where the regulation asks for them. */
		basis: json<{ minutes?: Reference; proposal?: Reference; programme?: Reference }>().notNull().default({}),
		decidedBy: uuid().references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [
		unique('status_decisions_once').on(t.siteId, t.actId, t.kind),
		index('status_decisions_act').on(t.actId),
		check('status_decisions_last_day', sql`(${t.kind} in ('grant', 'extend')) = (${t.lastDay} is not null)`)
	]
);

/** A paper that is named and not kept here: «протокол № 3 от 12.03.2026». */
export type Reference = { body: string; number: string; date: string };

/**
 * When a site was active or suspended: worked out of its decisions by `periodsOf` and stored for searching. Periods of
 * one site never meet (`status_periods_apart`). A status that was ended on its first day has an empty period.
 */
export const statusPeriods = pgTable(
	'status_periods',
	{
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		position: integer().notNull(),
		state: text({ enum: PERIOD_STATES }).notNull(),
		fromDay: day().notNull(),
		lastDay: day().notNull(),
		terminated: boolean().notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.siteId, t.position] }),
		index('status_periods_days').on(t.fromDay, t.lastDay),
		check('status_periods_forward', sql`${t.lastDay} >= ${t.fromDay} - 1`)
	]
);

/** Leader and keepers were told how near the end is (R25): once for each term and threshold, whichever process did it. */
export const endWarnings = pgTable(
	'end_warnings',
	{
		siteId: uuid()
			.notNull()
			.references(() => sites.id, { onDelete: 'cascade' }),
		lastDay: day().notNull(),
		/** Days before the end: 90, 30 or 7. */
		warning: integer().notNull(),
		createdAt: createdAt()
	},
	(t) => [primaryKey({ columns: [t.siteId, t.lastDay, t.warning] })]
);
