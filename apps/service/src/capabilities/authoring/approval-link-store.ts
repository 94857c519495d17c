import type { Database, Tx } from '@stazhirovka/db';
import { programmeApprovalLinks } from '@stazhirovka/db/schema';
import { and, eq, gt } from 'drizzle-orm';
import { hashOf } from '../../shell/token.ts';

type Queryable = Database | Tx;

export async function findLink(db: Queryable, versionId: string) {
	const [row] = await db
		.select({ email: programmeApprovalLinks.email, sentAt: programmeApprovalLinks.sentAt })
		.from(programmeApprovalLinks)
		.where(eq(programmeApprovalLinks.versionId, versionId));
	return row;
}

/** The version behind a link; undefined for an unknown, replaced or outdated one: the three answer alike. */
export async function versionOfLink(db: Queryable, token: string, now: Date): Promise<string | undefined> {
	const { versionId, tokenHash, expiresAt } = programmeApprovalLinks;
	const [row] = await db
		.select({ versionId })
		.from(programmeApprovalLinks)
		.where(and(eq(tokenHash, hashOf(token)), gt(expiresAt, now)));
	return row?.versionId;
}

/** A new link in the place of the one before. */
export async function putLink(
	tx: Tx,
	versionId: string,
	{ token, ...link }: { token: string; email: string; sentAt: Date; expiresAt: Date }
): Promise<void> {
	const values = { ...link, tokenHash: hashOf(token) };
	await tx
		.insert(programmeApprovalLinks)
		.values({ versionId, ...values })
		.onConflictDoUpdate({ target: programmeApprovalLinks.versionId, set: values });
}
