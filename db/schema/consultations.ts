import { DELIVERIES, type TOPIC_KINDS } from '@stazhirovka/domain/consultations';
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
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
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { sites } from './sites.ts';

/** What somebody asks about at a consultation; the title is kept as it was read. */
export type Topic = { kind: (typeof TOPIC_KINDS)[number]; key: string; title: string };

/**
 * A time that a host offers (R63). That a host's times never meet is the constraint `consultation_slots_apart` of the
 * migration: drizzle cannot say it.
 */
export const consultationSlots = pgTable(
	'consultation_slots',
	{
		id: id(),
		/** Opened together, as a stretch or weekly. */
		seriesId: uuid().notNull(),
		hostId: uuid()
			.notNull()
			.references(() => people.id),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		startsAt: moment().notNull(),
		endsAt: moment().notNull(),
		/** One: an individual consultation. */
		places: integer().notNull(),
		delivery: text({ enum: DELIVERIES }).notNull(),
		/** The place, or the address of the remote room. */
		venue: text().notNull(),
		note: text().notNull().default(''),
		cancelHours: integer().notNull(),
		cancelledAt: moment(),
		cancelReason: text(),
		/** What came out of it, for those who came. */
		result: text().notNull().default(''),
		closedAt: moment(),
		createdAt: createdAt()
	},
	(t) => [
		unique('consultation_slots_places').on(t.id, t.places),
		index('consultation_slots_host').on(t.hostId, t.startsAt),
		index('consultation_slots_series').on(t.seriesId),
		check('consultation_slots_forward', sql`${t.startsAt} < ${t.endsAt}`),
		check('consultation_slots_some_places', sql`${t.places} > 0`),
		check('consultation_slots_reasoned', sql`(${t.cancelledAt} is null) = (${t.cancelReason} is null)`)
	]
);

/** Whose interns may come. */
export const consultationCohorts = pgTable(
	'consultation_cohorts',
	{
		slotId: uuid()
			.notNull()
			.references(() => consultationSlots.id, { onDelete: 'cascade' }),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id, { onDelete: 'cascade' })
	},
	(t) => [
		primaryKey({ columns: [t.slotId, t.cohortId] }),
		index('consultation_cohorts_cohort').on(t.cohortId)
	]
);

/** One seat has one person, and never more seats than places: `places` is the slot's own number. */
export const consultationBookings = pgTable(
	'consultation_bookings',
	{
		id: id(),
		slotId: uuid().notNull(),
		places: integer().notNull(),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id),
		/** Null: waits in the line of a group. */
		seat: integer(),
		question: text().notNull().default(''),
		topic: json<Topic>(),
		bookedAt: moment().notNull(),
		releasedAt: moment(),
		/** Null until the host has said it. */
		attended: boolean()
	},
	(t) => [
		foreignKey({
			name: 'consultation_bookings_slot',
			columns: [t.slotId, t.places],
			foreignColumns: [consultationSlots.id, consultationSlots.places]
		}),
		uniqueIndex('consultation_bookings_seat')
			.on(t.slotId, t.seat)
			.where(sql`${t.releasedAt} is null`),
		uniqueIndex('consultation_bookings_once')
			.on(t.slotId, t.enrolmentId)
			.where(sql`${t.releasedAt} is null`),
		index('consultation_bookings_enrolment').on(t.enrolmentId),
		check('consultation_bookings_within', sql`${t.seat} between 1 and ${t.places}`),
		check('consultation_bookings_seated', sql`${t.attended} is null or ${t.seat} is not null`)
	]
);

/** The private address of one's consultations for calendar programs: only the SHA-256 of its token is kept. */
export const consultationFeeds = pgTable('consultation_feeds', {
	personId: uuid()
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	tokenHash: text().notNull().unique(),
	createdAt: createdAt()
});
