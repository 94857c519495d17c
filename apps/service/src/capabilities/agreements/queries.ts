import type { Database, Tx } from '@stazhirovka/db';
import {
	organisations,
	preparedAgreements,
	programmes,
	programmeVersions,
	requisitesOf,
	siteMembers,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;

/** The site with its organisation and its operator, as papers name them. */
export async function parties(db: Queryable, siteId: string) {
	const operators = alias(organisations, 'operators');
	const [row] = await db
		.select({
			title: sites.title,
			theme: sites.theme,
			organisation: requisitesOf(organisations),
			operator: requisitesOf(operators)
		})
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.leftJoin(operators, eq(operators.id, sites.operatorId))
		.where(eq(sites.id, siteId));
	return row;
}

/** Organisations of the network now, without its lead. */
export function membersBesideLead(db: Queryable, siteId: string) {
	return db
		.select(requisitesOf(organisations))
		.from(siteMembers)
		.innerJoin(sites, eq(sites.id, siteMembers.siteId))
		.innerJoin(organisations, eq(organisations.id, siteMembers.organisationId))
		.where(
			and(
				eq(siteMembers.siteId, siteId),
				isNull(siteMembers.leftOn),
				ne(siteMembers.organisationId, sites.organisationId)
			)
		)
		.orderBy(asc(organisations.title));
}

/** Published versions of the site's programmes, the newest of each first. */
export function publishedOf(db: Queryable, siteId: string) {
	return db
		.selectDistinctOn([programmes.key], { id: programmeVersions.id })
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.where(and(eq(programmes.siteId, siteId), isNotNull(programmeVersions.publishedAt)))
		.orderBy(asc(programmes.key), desc(programmeVersions.number));
}

export function agreementsPrepared(db: Queryable, siteId: string) {
	return db
		.select({
			id: preparedAgreements.id,
			kind: preparedAgreements.kind,
			partner: { id: organisations.id, title: organisations.title },
			documentId: preparedAgreements.documentId,
			from: preparedAgreements.fromDay,
			lastDay: preparedAgreements.lastDay,
			siteSignedOn: preparedAgreements.siteSignedOn,
			partnerSignedOn: preparedAgreements.partnerSignedOn,
			fileId: preparedAgreements.fileId
		})
		.from(preparedAgreements)
		.innerJoin(organisations, eq(organisations.id, preparedAgreements.partnerId))
		.where(eq(preparedAgreements.siteId, siteId))
		.orderBy(desc(preparedAgreements.id));
}
