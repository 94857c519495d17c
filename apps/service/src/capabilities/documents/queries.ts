import type { Database, Tx } from '@stazhirovka/db';
import { documentLearners, documents, documentSignatures } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

/** All that is given must hold. */
export type DocumentFilter = {
	ids?: string[];
	regionId?: string;
	siteId?: string;
	applicationId?: string;
	cohortId?: string;
	/** The order itself and its annexes. */
	orderId?: string;
	kind?: string;
};

export type DocumentRow = Awaited<ReturnType<typeof documentRows>>[number];
export type SignatureRow = Awaited<ReturnType<typeof signatureRows>>[number];

const orders = alias(documents, 'orders');
const replaced = alias(documents, 'replaced');
const corrections = alias(documents, 'corrections');

function named<T extends typeof orders | typeof replaced | typeof corrections>(table: T) {
	const { id, title, number, dated }: Pick<T, 'id' | 'title' | 'number' | 'dated'> = table;
	return { id, title, number, dated };
}

/** What the register says, newest first, without the files. */
export function documentRows(db: Queryable, filter: DocumentFilter, limit: number) {
	const { ids, regionId, siteId, applicationId, cohortId, orderId, kind } = filter;
	return db
		.select({
			id: documents.id,
			kind: documents.kind,
			title: documents.title,
			number: documents.number,
			dated: documents.dated,
			sha256: documents.sha256,
			issuedAt: documents.issuedAt,
			regionId: documents.regionId,
			siteId: documents.siteId,
			order: named(orders),
			replaces: named(replaced),
			replacedBy: named(corrections)
		})
		.from(documents)
		.leftJoin(orders, eq(orders.id, documents.orderId))
		.leftJoin(replaced, eq(replaced.id, documents.replacesId))
		.leftJoin(corrections, eq(corrections.replacesId, documents.id))
		.where(
			and(
				ids && inArray(documents.id, ids),
				regionId === undefined ? undefined : eq(documents.regionId, regionId),
				siteId === undefined ? undefined : eq(documents.siteId, siteId),
				applicationId === undefined ? undefined : eq(documents.applicationId, applicationId),
				cohortId === undefined ? undefined : eq(documents.cohortId, cohortId),
				orderId === undefined ? undefined : or(eq(documents.id, orderId), eq(documents.orderId, orderId)),
				kind === undefined ? undefined : eq(documents.kind, kind)
			)
		)
		.orderBy(desc(documents.issuedAt), desc(documents.id))
		.limit(limit);
}

/** Of these documents, in the order in which they were attached, without the bytes. */
export function signatureRows(db: Queryable, documentIds: string[]) {
	return db
		.select({
			documentId: documentSignatures.documentId,
			number: documentSignatures.number,
			name: documentSignatures.name,
			signer: documentSignatures.signer,
			sha256: documentSignatures.sha256,
			digestFound: documentSignatures.digestFound,
			attachedAt: documentSignatures.attachedAt
		})
		.from(documentSignatures)
		.where(inArray(documentSignatures.documentId, documentIds))
		.orderBy(asc(documentSignatures.number));
}

/** Which documents that stand name which interns of a cohort; what was corrected no longer stands. */
export function standingOfCohort(db: Queryable, cohortId: string) {
	return db
		.select({
			id: documents.id,
			kind: documents.kind,
			number: documents.number,
			dated: documents.dated,
			enrolmentId: documentLearners.enrolmentId
		})
		.from(documentLearners)
		.innerJoin(documents, eq(documents.id, documentLearners.documentId))
		.leftJoin(corrections, eq(corrections.replacesId, documents.id))
		.where(and(eq(documents.cohortId, cohortId), isNull(corrections.id)))
		.orderBy(asc(documents.issuedAt), asc(documents.id));
}

const ofLearner = {
	id: documents.id,
	kind: documents.kind,
	title: documents.title,
	number: documents.number,
	dated: documents.dated,
	enrolmentId: documentLearners.enrolmentId,
	list: documentLearners.list,
	row: documentLearners.row
};

/** Documents that stand and name the intern, newest first. */
export function documentsNaming(db: Queryable, enrolmentId: string) {
	return db
		.select(ofLearner)
		.from(documentLearners)
		.innerJoin(documents, eq(documents.id, documentLearners.documentId))
		.leftJoin(corrections, eq(corrections.replacesId, documents.id))
		.where(and(eq(documentLearners.enrolmentId, enrolmentId), isNull(corrections.id)))
		.orderBy(desc(documents.issuedAt), desc(documents.id));
}

/** One of them with what it says, also after a correction: it was given out. */
export async function documentNaming(db: Queryable, enrolmentId: string, documentId: string) {
	const [row] = await db
		.select({ ...ofLearner, paper: documents.paper, pdf: documents.pdf })
		.from(documentLearners)
		.innerJoin(documents, eq(documents.id, documentLearners.documentId))
		.where(and(eq(documentLearners.enrolmentId, enrolmentId), eq(documentLearners.documentId, documentId)));
	return row;
}
