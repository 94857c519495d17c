import type { Database, Tx } from '@stazhirovka/db';
import {
	certificates,
	enrolments,
	nameColumns,
	people,
	registerMendings,
	registerPeople,
	registerRequests,
	registerUploadedDocuments,
	registerUploads
} from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;
export type RegisterDocumentRow = Awaited<ReturnType<typeof documentsInForce>>[number];

/** Documents of a cohort that are neither revoked nor replaced, with all that the register asks beside them. */
export function documentsInForce(db: Queryable, cohortId: string) {
	const originals = alias(certificates, 'originals');
	return db
		.select({
			id: certificates.id,
			enrolmentId: enrolments.id,
			snapshot: certificates.snapshot,
			number: certificates.number,
			issuedOn: certificates.issuedOn,
			replacesAs: certificates.replacesAs,
			replacesReason: certificates.replacesReason,
			original: originals.snapshot,
			person: { ...nameColumns, birthDate: people.birthDate, gender: people.gender, email: people.email },
			data: registerPeople,
			mended: registerMendings.cells,
			uploadedOn: registerUploads.uploadedOn,
			packageNumber: registerUploads.packageNumber,
			askedAt: registerRequests.askedAt
		})
		.from(certificates)
		.innerJoin(enrolments, eq(enrolments.id, certificates.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(registerPeople, eq(registerPeople.personId, people.id))
		.leftJoin(registerMendings, eq(registerMendings.certificateId, certificates.id))
		.leftJoin(registerUploadedDocuments, eq(registerUploadedDocuments.certificateId, certificates.id))
		.leftJoin(registerUploads, eq(registerUploads.id, registerUploadedDocuments.uploadId))
		.leftJoin(registerRequests, eq(registerRequests.enrolmentId, enrolments.id))
		.leftJoin(
			originals,
			and(
				eq(originals.siteId, certificates.siteId),
				eq(originals.number, sql`${certificates.snapshot}->'duplicateOf'->>'number'`)
			)
		)
		.where(
			and(
				eq(enrolments.cohortId, cohortId),
				sql`${certificates.revokedAt} is null`,
				sql`not exists (select 1 from ${certificates} later where later.replaces_id = ${certificates}.id)`
			)
		)
		.orderBy(asc(people.surname), asc(people.givenName), asc(certificates.id));
}

/** Of these marks, those that two people have: one of them entered a number that is not theirs. */
export async function repeatedMarks(db: Queryable, marks: string[]): Promise<ReadonlySet<string>> {
	if (marks.length === 0) return new Set();
	const rows = await db
		.select({ mark: registerPeople.snilsMark })
		.from(registerPeople)
		.where(inArray(registerPeople.snilsMark, marks))
		.groupBy(registerPeople.snilsMark)
		.having(sql`count(*) > 1`);
	return new Set(rows.flatMap(({ mark }) => mark ?? []));
}
