import type { Database, Tx } from '@stazhirovka/db';
import {
	namesOf,
	organisations,
	people,
	programmeDraftAuthors,
	programmeDraftParts,
	programmeDrafts,
	programmeMasters,
	programmes,
	programmeVersions,
	sites
} from '@stazhirovka/db/schema';
import { shortName } from '@stazhirovka/domain/certificates';
import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { worksAt } from './people-store.ts';

type Queryable = Database | Tx;

export type VersionHead = NonNullable<Awaited<ReturnType<typeof versionHead>>>;

const head = {
	id: programmeVersions.id,
	number: programmeVersions.number,
	publishedAt: programmeVersions.publishedAt,
	programmeId: programmeVersions.programmeId,
	title: sql<string>`${programmeVersions.document} ->> 'title'`,
	siteId: programmes.siteId,
	key: programmes.key,
	site: sites.title,
	regionId: sites.regionId,
	importedBy: programmeVersions.importedBy
};

/** A version without its document. */
export async function versionHead(db: Queryable, id: string) {
	const [row] = await db
		.select(head)
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.where(eq(programmeVersions.id, id));
	return row;
}

/** The published version of a programme with the highest number, or the highest below one. */
export async function lastPublished(db: Queryable, programmeId: string, below?: number) {
	const [row] = await db
		.select({ id: programmeVersions.id, number: programmeVersions.number })
		.from(programmeVersions)
		.where(
			and(
				eq(programmeVersions.programmeId, programmeId),
				isNotNull(programmeVersions.publishedAt),
				below === undefined ? undefined : lt(programmeVersions.number, below)
			)
		)
		.orderBy(desc(programmeVersions.number))
		.limit(1);
	return row;
}

/** The number that the next version of a draft's programme gets. */
const nextNumber = sql<number>`(
	select coalesce(max(v.number), 0) + 1 from programme_versions v join programmes p on p.id = v.programme_id
	where p.key = ${programmeDrafts.key} and v.published_at is not null
)`;

const draftNumber = sql<number>`coalesce(${programmeVersions.number}, ${nextNumber})`;

/** The number of the version that a draft becomes, or became when it was sent. */
export async function numberOfDraft(db: Queryable, id: string): Promise<number> {
	const [row] = await db
		.select({ number: draftNumber })
		.from(programmeDrafts)
		.leftJoin(programmeVersions, eq(programmeVersions.id, programmeDrafts.versionId))
		.where(eq(programmeDrafts.id, id));
	return row?.number ?? 1;
}

/** The newest master of a programme that is offered. */
export async function newestMaster(db: Queryable, programmeId: string) {
	const [row] = await db
		.select({ id: programmeVersions.id, number: programmeVersions.number })
		.from(programmeMasters)
		.innerJoin(programmeVersions, eq(programmeVersions.id, programmeMasters.versionId))
		.where(eq(programmeVersions.programmeId, programmeId))
		.orderBy(desc(programmeVersions.number))
		.limit(1);
	return row;
}

/** Of each programme the newest master that these regions are offered. */
export function mastersOf(db: Queryable, regionIds: string[]) {
	return db
		.selectDistinctOn([programmeVersions.programmeId], {
			versionId: programmeVersions.id,
			number: programmeVersions.number,
			title: sql<string>`${programmeVersions.document} ->> 'title'`,
			hours: sql<number>`(${programmeVersions.document} ->> 'hours_total')::int`,
			site: sites.title,
			regionId: programmeMasters.regionId,
			offeredAt: programmeMasters.offeredAt
		})
		.from(programmeMasters)
		.innerJoin(programmeVersions, eq(programmeVersions.id, programmeMasters.versionId))
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.where(inArray(programmeMasters.regionId, regionIds))
		.orderBy(programmeVersions.programmeId, desc(programmeVersions.number));
}

/** How somebody is named in a list. */
export async function nameOf(db: Queryable, personId: string): Promise<string> {
	const [row] = await db.select(namesOf(people)).from(people).where(eq(people.id, personId));
	return row ? shortName(row) : '';
}

/** The regions in which these sites lie. */
export async function regionsOf(db: Queryable, siteIds: string[]): Promise<string[]> {
	const rows = await db.selectDistinct({ id: sites.regionId }).from(sites).where(inArray(sites.id, siteIds));
	return rows.map(({ id }) => id);
}

/** What the organisation of a site is called, and where it is. */
export async function institutionOfSite(db: Queryable, siteId: string) {
	const [row] = await db
		.select({ title: organisations.title, address: organisations.address })
		.from(sites)
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(eq(sites.id, siteId));
	return row;
}

/** What a draft calls itself. */
export async function titleOfDraft(db: Queryable, id: string): Promise<string | undefined> {
	const [row] = await db
		.select({ title: sql<string | null>`${programmeDraftParts.content} ->> 'value'` })
		.from(programmeDraftParts)
		.where(and(eq(programmeDraftParts.draftId, id), eq(programmeDraftParts.part, 'title')));
	return row?.title ?? undefined;
}

/** Name and position of somebody, as they sign. */
export async function signatory(db: Queryable, personId: string) {
	const [row] = await db
		.select({ ...namesOf(people), position: people.position })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}

/** `day`: on which somebody still works at a site. */
type Mine = { siteIds: string[]; municipalityIds: string[]; personId: string; day: string };

const savers = namesOf(people);

/**
 * Drafts that are not published: of sites that I lead, those that I was named to write, and those that wait in
 * municipalities that I watch. With who saved last; the newest first.
 */
export function openDrafts(db: Queryable, { siteIds, municipalityIds, personId, day }: Mine) {
	const last = db
		.selectDistinctOn([programmeDraftParts.draftId], {
			draftId: programmeDraftParts.draftId,
			savedAt: programmeDraftParts.savedAt,
			savedBy: programmeDraftParts.savedBy
		})
		.from(programmeDraftParts)
		.orderBy(programmeDraftParts.draftId, desc(programmeDraftParts.savedAt))
		.as('last');
	const mine = db
		.select({ one: sql`1` })
		.from(programmeDraftAuthors)
		.where(
			and(
				eq(programmeDraftAuthors.draftId, programmeDrafts.id),
				eq(programmeDraftAuthors.personId, personId),
				worksAt(programmeDrafts.siteId, programmeDraftAuthors.personId, day)
			)
		);
	return db
		.select({
			draft: programmeDrafts,
			site: { id: sites.id, title: sites.title },
			title: sql<
				string | null
			>`(select p.content ->> 'value' from ${programmeDraftParts} p where p.draft_id = ${programmeDrafts.id} and p.part = 'title')`,
			version: { id: programmeVersions.id, publishedAt: programmeVersions.publishedAt },
			number: draftNumber,
			savedAt: last.savedAt,
			savedBy: savers
		})
		.from(programmeDrafts)
		.innerJoin(sites, eq(sites.id, programmeDrafts.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.leftJoin(programmeVersions, eq(programmeVersions.id, programmeDrafts.versionId))
		.innerJoin(last, eq(last.draftId, programmeDrafts.id))
		.leftJoin(people, eq(people.id, last.savedBy))
		.where(
			and(
				isNull(programmeVersions.publishedAt),
				or(
					inArray(programmeDrafts.siteId, siteIds),
					exists(mine),
					and(isNotNull(programmeDrafts.versionId), inArray(organisations.municipalityId, municipalityIds))
				)
			)
		)
		.orderBy(desc(last.savedAt), asc(programmeDrafts.id));
}
