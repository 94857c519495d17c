import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	time,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { rooms } from './chat.ts';
import { cohorts } from './cohorts.ts';
import { createdAt, day, id, moment } from './columns.ts';

/** Within how many working hours a cohort's tutors answer, and when they are left in peace; without a row, as agreed for all. */
export const cohortAgreements = pgTable(
	'cohort_agreements',
	{
		cohortId: uuid()
			.primaryKey()
			.references(() => cohorts.id, { onDelete: 'cascade' }),
		hours: integer().notNull(),
		wakesAt: time().notNull(),
		restsAt: time().notNull(),
		createdAt: createdAt()
	},
	(t) => [
		check('cohort_agreements_some_hours', sql`${t.hours} > 0`),
		check('cohort_agreements_forward', sql`${t.wakesAt} < ${t.restsAt}`)
	]
);

/** «Ответ не нужен»: up to this message of a room. */
export const answerWaivers = pgTable(
	'answer_waivers',
	{
		roomId: uuid()
			.notNull()
			.references(() => rooms.id, { onDelete: 'cascade' }),
		seq: bigint({ mode: 'number' }).notNull(),
		waivedBy: uuid()
			.notNull()
			.references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [primaryKey({ columns: [t.roomId, t.seq] })]
);

/** A tutor was reminded of a question: once, whichever process did it. */
export const answerReminders = pgTable(
	'answer_reminders',
	{
		roomId: uuid()
			.notNull()
			.references(() => rooms.id, { onDelete: 'cascade' }),
		seq: bigint({ mode: 'number' }).notNull(),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		createdAt: createdAt()
	},
	(t) => [
		primaryKey({ columns: [t.roomId, t.seq, t.personId] }),
		index('answer_reminders_person').on(t.personId)
	]
);

/** «Меня не будет до …»: interns see it where they would write or book. */
export const awayNotes = pgTable('away_notes', {
	personId: uuid()
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	/** The last day of being away. */
	untilDay: day().notNull(),
	note: text().notNull().default(''),
	createdAt: createdAt()
});

/** A person's own templates of answers. */
export const quickReplies = pgTable(
	'quick_replies',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		text: text().notNull(),
		createdAt: createdAt()
	},
	(t) => [uniqueIndex('quick_replies_once').on(t.personId, sql`md5(${t.text})`)]
);

/** A letter of what was missed: one a day. Its link refuses all later ones; only the SHA-256 of the token is kept. */
export const digests = pgTable(
	'digests',
	{
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		onDay: day().notNull(),
		tokenHash: text().notNull().unique(),
		/** Messages up to this moment are told; later ones are for the next letter. */
		upTo: moment().notNull(),
		createdAt: createdAt()
	},
	(t) => [primaryKey({ columns: [t.personId, t.onDay] })]
);

/** Who does not want such letters. */
export const digestRefusals = pgTable('digest_refusals', {
	personId: uuid()
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	createdAt: createdAt()
});
