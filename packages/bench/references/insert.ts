import type { Sql } from 'postgres';

/** Bare work with the database: no rules, no order, nothing of ours. */
export async function createBareTable(sql: Sql): Promise<void> {
	await sql`
		create table bare_messages (
			id bigint generated always as identity primary key,
			room_id uuid not null,
			author_id uuid not null,
			client_id uuid not null,
			body jsonb not null,
			created_at timestamptz not null default now()
		)`;
}

export type BareMessage = { roomId: string; authorId: string; clientId: string; body: object };

export async function insertBare(sql: Sql, { roomId, authorId, clientId, body }: BareMessage): Promise<void> {
	await sql`
		insert into bare_messages (room_id, author_id, client_id, body)
		values (${roomId}, ${authorId}, ${clientId}, ${JSON.stringify(body)}::text::jsonb)`;
}

/** The message and a notice of it, in one statement. */
export async function insertAndNotify(
	sql: Sql,
	channel: string,
	{ roomId, authorId, clientId, body }: BareMessage
): Promise<void> {
	await sql`
		with stored as (
			insert into bare_messages (room_id, author_id, client_id, body)
			values (${roomId}, ${authorId}, ${clientId}, ${JSON.stringify(body)}::text::jsonb)
			returning id
		)
		select pg_notify(${channel}, ${roomId} || ':' || id) from stored`;
}
