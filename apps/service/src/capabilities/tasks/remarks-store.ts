import type { Database, Tx } from '@stazhirovka/db';
import { nameColumns, people, submissionRemarks, submissionVersions } from '@stazhirovka/db/schema';
import { asc, eq } from 'drizzle-orm';

/** Undefined when the message is a remark on this version already. */
export async function insertRemark(
	tx: Tx,
	remark: Omit<typeof submissionRemarks.$inferInsert, 'id'>
): Promise<string | undefined> {
	const [row] = await tx
		.insert(submissionRemarks)
		.values(remark)
		.onConflictDoNothing()
		.returning({ id: submissionRemarks.id });
	return row?.id;
}

export type RemarkRow = Awaited<ReturnType<typeof remarksOf>>[number];

/** What was said of all the versions of a submission, in the order of saying. */
export function remarksOf(db: Database | Tx, submissionId: string) {
	return db
		.select({
			id: submissionRemarks.id,
			versionId: submissionRemarks.versionId,
			text: submissionRemarks.text,
			roomId: submissionRemarks.roomId,
			message: submissionRemarks.message,
			at: submissionRemarks.at,
			author: nameColumns
		})
		.from(submissionRemarks)
		.innerJoin(submissionVersions, eq(submissionVersions.id, submissionRemarks.versionId))
		.innerJoin(people, eq(people.id, submissionRemarks.authorId))
		.where(eq(submissionVersions.submissionId, submissionId))
		.orderBy(asc(submissionRemarks.at), asc(submissionRemarks.id));
}
