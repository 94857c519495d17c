import { sql } from 'drizzle-orm';
import { customType, date, jsonb, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Keys sort by time of creation (UUIDv7), so the newest rows sit together in the index. */
export const id = () =>
	uuid()
		.primaryKey()
		.default(sql`uuidv7()`);

export const moment = () => timestamp({ withTimezone: true, mode: 'date' });
export const createdAt = () => moment().notNull().defaultNow();

/** A calendar day without a time, as `YYYY-MM-DD`. */
export const day = () => date({ mode: 'string' });

export const json = <T>() => jsonb().$type<T>();

/** A file that belongs to its row: issued documents and their signatures. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Words in their dictionary forms, for searching. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
