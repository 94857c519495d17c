import { sql } from 'drizzle-orm';
import { index, inet, pgTable, text, uniqueIndex, uuid, type PgColumn } from 'drizzle-orm/pg-core';
import { createdAt, day, id, moment } from './columns.ts';
import { organisations } from './organisations.ts';

export const people = pgTable(
	'people',
	{
		id: id(),
		email: text().notNull(),
		/** Argon2id; null for a person who was entered by staff and has not chosen a password yet. */
		passwordHash: text(),
		surname: text().notNull(),
		givenName: text().notNull(),
		patronymic: text(),
		/** 'f' or 'm': chooses between «прошла» and «прошёл»; null when the person did not say. */
		gender: text({ enum: ['f', 'm'] }),
		/** «Вереснёвой Аглае Тихоновне», with its moment as the person confirmed them (X14); a change of the name empties all. */
		dative: text(),
		genitive: text(),
		accusative: text(),
		nameConfirmedAt: moment(),
		position: text(),
		organisationId: uuid().references(() => organisations.id),
		birthDate: day(),
		blockedAt: moment(),
		createdAt: createdAt()
	},
	(t) => [uniqueIndex('people_email').on(sql`lower(${t.email})`)]
);

type Named = Record<'id' | 'surname' | 'givenName' | 'patronymic', PgColumn>;

/** Who somebody is, where a list or a screen names a person; `table` is an alias where one statement names two. */
export function namesOf<T extends Named>({ id, surname, givenName, patronymic }: T) {
	return { id, surname, givenName, patronymic } as Pick<T, keyof Named>;
}

export const nameColumns = namesOf(people);

/** `id` is the SHA-256 of the token that the browser holds: a stolen table opens no session. */
export const sessions = pgTable(
	'sessions',
	{
		id: text().primaryKey(),
		/** What the list of one's sessions names a session by; says nothing about the token. */
		publicId: uuid()
			.notNull()
			.default(sql`uuidv7()`)
			.unique(),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		createdAt: createdAt(),
		expiresAt: moment().notNull(),
		/** Sliding never passes this moment (absolute lifetime). */
		endsAt: moment().notNull(),
		userAgent: text(),
		address: inet()
	},
	(t) => [index('sessions_person').on(t.personId)]
);

export const grants = pgTable(
	'grants',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		role: text({
			enum: ['intern', 'tutor', 'leader', 'expert', 'coordinator', 'administrator', 'observer']
		}).notNull(),
		scopeKind: text({ enum: ['platform', 'region', 'municipality', 'site', 'cohort'] }).notNull(),
		scopeId: uuid(),
		givenBy: uuid().references(() => people.id),
		givenAt: createdAt()
	},
	(t) => [
		index('grants_person').on(t.personId),
		uniqueIndex('grants_once').on(
			t.personId,
			t.role,
			t.scopeKind,
			sql`coalesce(${t.scopeId}, '00000000-0000-0000-0000-000000000000')`
		)
	]
);

/** One row per purpose and version; withdrawing keeps the row (X7). */
export const consents = pgTable(
	'consents',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		kind: text().notNull(),
		version: text().notNull(),
		address: inet(),
		givenAt: createdAt(),
		withdrawnAt: moment()
	},
	(t) => [index('consents_person').on(t.personId)]
);

export const passwordResets = pgTable('password_resets', {
	/** SHA-256 of the token in the letter. */
	id: text().primaryKey(),
	personId: uuid()
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' }),
	createdAt: createdAt(),
	expiresAt: moment().notNull(),
	usedAt: moment()
});

/** Failed attempts, counted per account and per address over a sliding window (shared by all instances). */
export const signInAttempts = pgTable(
	'sign_in_attempts',
	{ id: id(), subject: text().notNull(), at: createdAt() },
	(t) => [index('sign_in_attempts_subject').on(t.subject, t.at)]
);
