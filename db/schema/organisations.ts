import { OWNERSHIPS } from '@stazhirovka/domain/sites';
import { boolean, index, integer, pgTable, text, unique, uuid, type PgColumn } from 'drizzle-orm/pg-core';
import { createdAt, id, json } from './columns.ts';

export const regions = pgTable('regions', { id: id(), title: text().notNull().unique() });

export const municipalities = pgTable(
	'municipalities',
	{
		id: id(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		title: text().notNull()
	},
	(t) => [unique('municipalities_title').on(t.regionId, t.title)]
);

export const organisations = pgTable(
	'organisations',
	{
		id: id(),
		key: text().unique(),
		title: text().notNull(),
		shortTitle: text().notNull(),
		kind: text().notNull(),
		/** Who owns it: decides which completion documents it may issue (X1). Null: nobody has said. */
		ownership: text({ enum: OWNERSHIPS }),
		inn: text(),
		website: text(),
		regionId: uuid().references(() => regions.id),
		municipalityId: uuid().references(() => municipalities.id),
		address: text(),
		head: text(),
		phone: text(),
		email: text(),
		/** Licence for additional professional education: decides which completion document is lawful (X1). */
		dpoLicence: json<{ number: string; date: string }>(),
		/** Where people sign up, an organisation is suggested from this list. */
		listed: boolean().notNull().default(true),
		/** Raised by every change; a change of an older one is refused. */
		revision: integer().notNull().default(0),
		createdAt: createdAt()
	},
	(t) => [index('organisations_region').on(t.regionId)]
);

type Requisites = Record<
	'id' | 'title' | 'head' | 'address' | 'inn' | 'phone' | 'email' | 'dpoLicence',
	PgColumn
>;

/** What papers say of an organisation; `table` is an alias where one statement names two. */
export function requisitesOf<T extends Requisites>(table: T) {
	const { id, title, head, address, inn, phone, email, dpoLicence } = table;
	return { id, title, head, address, inn, phone, email, dpoLicence } as Pick<T, keyof Requisites>;
}
