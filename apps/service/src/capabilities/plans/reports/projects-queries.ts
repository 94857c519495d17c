import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	enrolments,
	finalWorks,
	nameColumns,
	people,
	siteProducts,
	sites,
	traineeProjects
} from '@stazhirovka/db/schema';
import { shortName } from '@stazhirovka/domain/certificates';
import { projectOf, type PublishedWork } from '@stazhirovka/domain/plans';
import { and, asc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { consented } from '../../passports/index.ts';

type Queryable = Database | Tx;
type Days = { from: string; to: string };

const on = sql<string>`(${finalWorks.publishedAt} at time zone ${sites.timeZone})::date::text`;

/** Final works of a site with their authors as far as consents stand, and with what people changed in the list (R138). */
async function projectsWhere(db: Queryable, condition: SQL | undefined) {
	const rows = await db
		.select({
			...{ id: finalWorks.id, ownTitle: finalWorks.title, cohort: cohorts.title, on },
			name: nameColumns,
			consented: sql<boolean>`${consented(db, people.id)}`,
			/** Where the site has put the work for everybody. */
			publishedAt: sql<string | null>`(${placeOf(db)})`,
			change: {
				...{ title: traineeProjects.title, link: traineeProjects.link, listed: traineeProjects.listed },
				ground: traineeProjects.ground
			},
			revision: sql<number>`coalesce(${traineeProjects.revision}, 0)`
		})
		.from(finalWorks)
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.leftJoin(traineeProjects, eq(traineeProjects.finalWorkId, finalWorks.id))
		.where(and(isNotNull(finalWorks.publishedAt), condition))
		.orderBy(asc(finalWorks.publishedAt), asc(finalWorks.id));
	return rows.map(({ name, consented: named, publishedAt, change, ...row }) => ({
		...row,
		author: named ? shortName(name) : '',
		...projectOf({ title: row.ownTitle, publishedAt }, change)
	}));
}

function placeOf(db: Queryable) {
	return db
		.select({ link: siteProducts.link })
		.from(siteProducts)
		.where(
			and(
				eq(siteProducts.finalWorkId, finalWorks.id),
				isNotNull(siteProducts.publishedOn),
				isNotNull(siteProducts.link)
			)
		)
		.orderBy(asc(siteProducts.id))
		.limit(1);
}

/** Everything that cohorts of a site have published on these days by the site's clock, left out or not. */
export function projectsOf(db: Queryable, siteId: string, { from, to }: Days) {
	return projectsWhere(db, and(eq(sites.id, siteId), sql`${on} between ${from} and ${to}`));
}

export async function findProject(db: Queryable, siteId: string, work: string) {
	const [row] = await projectsWhere(db, and(eq(sites.id, siteId), eq(finalWorks.id, work)));
	return row;
}

/** The works that the list for the report names. */
export async function worksOf(db: Queryable, siteId: string, days: Days): Promise<PublishedWork[]> {
	const projects = await projectsOf(db, siteId, days);
	return projects
		.filter(({ listed }) => listed)
		.map(({ id, title, author, cohort, on: day, link }) => ({ id, title, author, cohort, on: day, link }));
}

type Change = typeof traineeProjects.$inferInsert;

/** Keeps a change over the revision that the person saw; false when another was first. */
export async function keepProject(tx: Tx, change: Change): Promise<boolean> {
	const seen = change.revision;
	const values = { ...change, revision: seen + 1 };
	const rows =
		seen === 0
			? await tx
					.insert(traineeProjects)
					.values(values)
					.onConflictDoNothing()
					.returning({ id: traineeProjects.finalWorkId })
			: await tx
					.update(traineeProjects)
					.set(values)
					.where(and(eq(traineeProjects.finalWorkId, change.finalWorkId), eq(traineeProjects.revision, seen)))
					.returning({ id: traineeProjects.finalWorkId });
	return rows.length === 1;
}
