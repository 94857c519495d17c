import type { Database, Tx } from '@stazhirovka/db';
import { prepared } from '@stazhirovka/db/prepared';
import { grants, people, sessions } from '@stazhirovka/db/schema';
import { and, eq, isNull, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { createHash } from 'node:crypto';
import { PERSON_CHANNEL } from '../../shell/live.ts';

/** The table holds only the hash: whoever reads it cannot open a session. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

const grantsOfOwner = sql<{ role: string; kind: string; id: string | null }[]>`coalesce((
	select jsonb_agg(jsonb_build_object('role', g.role, 'kind', g.scope_kind, 'id', g.scope_id))
	from ${grants} g where g.person_id = ${sessions.personId}), '[]')`;

/** Asked with every request of somebody who is signed in. */
const opened = prepared((db) =>
	db
		.select({
			personId: sessions.personId,
			expiresAt: sessions.expiresAt,
			endsAt: sessions.endsAt,
			publicId: sessions.publicId,
			grants: grantsOfOwner
		})
		.from(sessions)
		.innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.blockedAt)))
		.where(eq(sessions.id, sql.placeholder('id')))
		.prepare('open_session')
);

/** Asked with every socket that opens, and of all of them with every heartbeat. */
const standing = prepared((db) =>
	db
		.select({ publicId: sessions.publicId, grants: grantsOfOwner })
		.from(sessions)
		.innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.blockedAt)))
		.where(
			and(
				sql`${sessions.publicId} = any(${sql.placeholder('publicIds')})`,
				sql`${sessions.expiresAt} > now()`
			)
		)
		.prepare('standing_sessions')
);

/** Lucia's storage over our tables; the absolute end of a session is kept here, where nothing can slide past it. */
export class HashingAdapter implements Adapter {
	#db: Database;

	constructor(db: Database) {
		this.#db = db;
	}

	async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const [row] = await opened(this.#db).execute({ id: hashToken(token) });
		if (!row) return [null, null];

		const session = { id: token, userId: row.personId, expiresAt: row.expiresAt };
		return [
			{ ...session, attributes: { publicId: row.publicId, endsAt: row.endsAt } },
			{ id: row.personId, attributes: { grants: row.grants } }
		];
	}

	/** The hash cannot be turned back into a token, so this answers with hashes; Lucia itself never calls it. */
	async getUserSessions(personId: string): Promise<DatabaseSession[]> {
		const rows = await this.#db.select().from(sessions).where(eq(sessions.personId, personId));
		return rows.map((row) => ({
			id: row.id,
			userId: row.personId,
			expiresAt: row.expiresAt,
			attributes: { publicId: row.publicId, endsAt: row.endsAt }
		}));
	}

	async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
		await this.#db.insert(sessions).values({
			id: hashToken(id),
			publicId: attributes.publicId,
			personId: userId,
			expiresAt,
			endsAt: attributes.endsAt,
			userAgent: attributes.userAgent,
			address: attributes.address
		});
	}

	async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
		await this.#db
			.update(sessions)
			.set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.endsAt})` })
			.where(eq(sessions.id, hashToken(token)));
	}

	async deleteSession(token: string): Promise<void> {
		await endSessions(this.#db, eq(sessions.id, hashToken(token)));
	}

	async deleteUserSessions(personId: string): Promise<void> {
		await endSessions(this.#db, eq(sessions.personId, personId));
	}

	async deleteExpiredSessions(): Promise<void> {
		await this.#db.delete(sessions).where(lte(sessions.expiresAt, sql`now()`));
	}
}

export function listSessions(db: Database, personId: string) {
	return db
		.select()
		.from(sessions)
		.where(and(eq(sessions.personId, personId), sql`${sessions.expiresAt} > now()`))
		.orderBy(sessions.createdAt);
}

/** Ends a session of this person by its public name; false when there is none. */
export async function endSession(db: Database, personId: string, publicId: string): Promise<boolean> {
	const mine = and(eq(sessions.personId, personId), eq(sessions.publicId, publicId));
	return (await endSessions(db, mine)) > 0;
}

export async function endOtherSessions(db: Database, personId: string, keep: string): Promise<void> {
	await endSessions(db, and(eq(sessions.personId, personId), ne(sessions.publicId, keep)));
}

/** How many sessions ended; their open sockets hear of it and close (C9). */
export async function endSessions(db: Database | Tx, which: SQL | undefined): Promise<number> {
	const ended = await db.execute(sql`
		with ended as (delete from ${sessions} where ${which} returning person_id)
		select pg_notify(${PERSON_CHANNEL}, person_id::text) from ended`);
	return ended.length;
}

/** Of these sessions, those that are open to a person who is not blocked, with the grants of now; renews nothing. */
export function standingSessions(db: Database, publicIds: string[]) {
	return standing(db).execute({ publicIds });
}

/** Somebody in whose name a job works: the address and the grants of now; nothing of who is blocked or gone. */
export async function personWithGrants(db: Database, personId: string) {
	const [row] = await db
		.select({
			email: people.email,
			givenName: people.givenName,
			grants: sql<{ role: string; kind: string; id: string | null }[]>`coalesce((
				select jsonb_agg(jsonb_build_object('role', g.role, 'kind', g.scope_kind, 'id', g.scope_id))
				from ${grants} g where g.person_id = people.id), '[]')`
		})
		.from(people)
		.where(and(eq(people.id, personId), isNull(people.blockedAt)));
	return row;
}
