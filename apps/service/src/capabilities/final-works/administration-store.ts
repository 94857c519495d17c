import type { Database, Tx } from '@stazhirovka/db';
import { administrationViews } from '@stazhirovka/db/schema';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { createHash, randomBytes } from 'node:crypto';
import { fail } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type AdministrationRow = typeof administrationViews.$inferSelect;

/** 256 random bits for the link; the table holds only their hash. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/** A new link in the place of the one before, unless the word was given already. */
export async function invite(
	tx: Tx,
	finalWorkId: string,
	token: string,
	{ invitedAt, expiresAt }: { invitedAt: Date; expiresAt: Date }
): Promise<void> {
	const link = { tokenHash: hashOf(token), invitedAt, expiresAt };
	const rows = await tx
		.insert(administrationViews)
		.values({ finalWorkId, ...link })
		.onConflictDoUpdate({
			target: administrationViews.finalWorkId,
			set: link,
			setWhere: isNull(administrationViews.givenAt)
		})
		.returning({ id: administrationViews.id });
	if (rows.length === 0) fail('refused', 'administration_view.already_given');
}

/** Undefined for an unknown, replaced or outdated link: the three answer alike. */
export async function findByToken(
	db: Queryable,
	token: string,
	now: Date
): Promise<AdministrationRow | undefined> {
	const [row] = await db
		.select()
		.from(administrationViews)
		.where(and(eq(administrationViews.tokenHash, hashOf(token)), gt(administrationViews.expiresAt, now)));
	return row;
}

export async function findOfWork(db: Queryable, finalWorkId: string): Promise<AdministrationRow | undefined> {
	const [row] = await db
		.select()
		.from(administrationViews)
		.where(eq(administrationViews.finalWorkId, finalWorkId));
	return row;
}

export async function give(
	tx: Tx,
	id: string,
	word: { author: string; position: string; text: string; givenAt: Date }
): Promise<void> {
	const rows = await tx
		.update(administrationViews)
		.set(word)
		.where(and(eq(administrationViews.id, id), isNull(administrationViews.givenAt)))
		.returning({ id: administrationViews.id });
	if (rows.length === 0) fail('refused', 'administration_view.already_given');
}
