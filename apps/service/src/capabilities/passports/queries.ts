import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	consents,
	documents,
	enrolments,
	finalWorks,
	nameColumns,
	people,
	planRows,
	plans,
	siteAgreements,
	siteNews,
	siteProducts,
	siteStaff,
	statusDecisions
} from '@stazhirovka/db/schema';
import { PUBLIC_DOCUMENTS } from '@stazhirovka/domain/passports';
import {
	and,
	asc,
	desc,
	eq,
	exists,
	gte,
	inArray,
	isNotNull,
	isNull,
	lte,
	notExists,
	or,
	sql
} from 'drizzle-orm';
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core';

import { mayBeNamed } from '../staff/index.ts';

type Queryable = Database | Tx;

/** Whether an act has ever spoken of the site: before that nothing of it is public (R3). */
export async function isPublicSite(db: Queryable, siteId: string): Promise<boolean> {
	return (await db.$count(statusDecisions, eq(statusDecisions.siteId, siteId))) > 0;
}

/** The consent of an intern to the publication of the work stands: it was given and not withdrawn. */
export function consented(db: Queryable, personId: AnyPgColumn) {
	const standing = and(
		eq(consents.personId, personId),
		eq(consents.kind, 'publication'),
		isNull(consents.withdrawnAt)
	);
	return exists(
		db
			.select({ one: sql`1` })
			.from(consents)
			.where(standing)
	);
}

/** People who stand in a role of the site on the day, in the order of their appointments. */
export function staffOn(db: Queryable, siteId: string, day: string) {
	return db
		.select({
			id: siteStaff.id,
			name: siteStaff.name,
			role: siteStaff.role,
			position: siteStaff.position,
			consented: mayBeNamed(db)
		})
		.from(siteStaff)
		.where(
			and(
				eq(siteStaff.siteId, siteId),
				lte(siteStaff.fromDay, day),
				or(isNull(siteStaff.lastDay), gte(siteStaff.lastDay, day))
			)
		)
		.orderBy(asc(siteStaff.fromDay), asc(siteStaff.name));
}

const corrections = alias(documents, 'corrections');

/** Documents of the site that may be shown to everybody; a corrected one is told by its correction. */
export function documentsOf(db: Queryable, siteId: string) {
	const corrected = db
		.select({ one: sql`1` })
		.from(corrections)
		.where(eq(corrections.replacesId, documents.id));
	return db
		.select({ id: documents.id, title: documents.title, number: documents.number, dated: documents.dated })
		.from(documents)
		.where(
			and(eq(documents.siteId, siteId), inArray(documents.kind, [...PUBLIC_DOCUMENTS]), notExists(corrected))
		)
		.orderBy(desc(documents.dated), desc(documents.id));
}

export async function documentFile(db: Queryable, id: string) {
	const [row] = await db
		.select({ siteId: documents.siteId, title: documents.title, dated: documents.dated, pdf: documents.pdf })
		.from(documents)
		.where(eq(documents.id, id));
	return row;
}

export function agreementsOf(db: Queryable, siteId: string) {
	const { id, number, signedOn, lastDay, subject } = siteAgreements;
	return db
		.select({ id, number, signedOn, lastDay, subject })
		.from(siteAgreements)
		.where(eq(siteAgreements.siteId, siteId))
		.orderBy(desc(signedOn), desc(id));
}

/** The plan that is in force on the day. */
export async function planOn(db: Queryable, siteId: string, day: string) {
	const [plan] = await db
		.select({ id: plans.id, from: plans.fromDay, lastDay: plans.lastDay })
		.from(plans)
		.where(
			and(
				eq(plans.siteId, siteId),
				eq(plans.state, 'in_force'),
				lte(plans.fromDay, day),
				or(isNull(plans.lastDay), gte(plans.lastDay, day))
			)
		)
		.orderBy(desc(plans.fromDay))
		.limit(1);
	return plan;
}

/** Rows of a plan that are open to everybody. */
export function openRows(db: Queryable, planId: string) {
	return db
		.select({
			id: planRows.id,
			title: planRows.title,
			format: planRows.format,
			delivery: planRows.delivery,
			from: planRows.fromDay,
			lastDay: planRows.lastDay
		})
		.from(planRows)
		.where(and(eq(planRows.planId, planId), eq(planRows.isPublic, true), isNull(planRows.cancelledAt)))
		.orderBy(sql`${planRows.fromDay} asc nulls last`, asc(planRows.id));
}

/** News of a site, drafts first, then the newest. */
export function newsOf(db: Queryable, siteId: string) {
	return db
		.select()
		.from(siteNews)
		.where(eq(siteNews.siteId, siteId))
		.orderBy(sql`${siteNews.publishedOn} desc nulls first`, desc(siteNews.id));
}

const MOST_NEWS = 10;

export function publishedNews(db: Queryable, siteId: string) {
	return db
		.select({
			id: siteNews.id,
			publishedOn: sql<string>`${siteNews.publishedOn}`,
			title: siteNews.title,
			body: siteNews.body
		})
		.from(siteNews)
		.where(and(eq(siteNews.siteId, siteId), isNotNull(siteNews.publishedOn)))
		.orderBy(desc(siteNews.publishedOn), desc(siteNews.id))
		.limit(MOST_NEWS);
}

export function productsOf(db: Queryable, siteId: string) {
	return db
		.select()
		.from(siteProducts)
		.where(eq(siteProducts.siteId, siteId))
		.orderBy(sql`${siteProducts.publishedOn} desc nulls first`, desc(siteProducts.id));
}

/** A work of an intern is shown while its author's consent stands. */
export function publishedProducts(db: Queryable, siteId: string) {
	return db
		.select({ product: siteProducts, author: nameColumns })
		.from(siteProducts)
		.leftJoin(finalWorks, eq(finalWorks.id, siteProducts.finalWorkId))
		.leftJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.leftJoin(people, eq(people.id, enrolments.personId))
		.where(
			and(
				eq(siteProducts.siteId, siteId),
				isNotNull(siteProducts.publishedOn),
				or(isNull(siteProducts.finalWorkId), consented(db, people.id))
			)
		)
		.orderBy(desc(siteProducts.publishedOn), desc(siteProducts.id));
}

/** Published works of interns of the site who have consented to their publication. */
export function worksOf(db: Queryable, siteId: string) {
	return db
		.select({ id: finalWorks.id, title: finalWorks.title, author: nameColumns })
		.from(finalWorks)
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.innerJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(eq(cohorts.siteId, siteId), consented(db, people.id)))
		.orderBy(desc(finalWorks.publishedAt), desc(finalWorks.id));
}
