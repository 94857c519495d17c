import type { Database, Tx } from '@stazhirovka/db';
import {
	applicationMembers,
	applications,
	grants,
	municipalities,
	nameColumns,
	organisations,
	people,
	regulations,
	regulationVersions
} from '@stazhirovka/db/schema';
import type { ApplicationState, KnownOrganisation } from '@stazhirovka/domain/sites';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;

export async function authorOf(db: Queryable, personId: string) {
	const [row] = await db
		.select({ ...nameColumns, email: people.email })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}

/** People whose profile names the organisation. */
export function colleaguesIn(db: Queryable, organisationId: string) {
	return db
		.select({ ...nameColumns, email: people.email })
		.from(people)
		.where(and(eq(people.organisationId, organisationId), isNull(people.blockedAt)));
}

/** The organisation that the person's profile names. */
export async function ownOrganisation(db: Queryable, personId: string) {
	const [row] = await db
		.select({ id: organisations.id, title: organisations.title })
		.from(people)
		.innerJoin(organisations, eq(organisations.id, people.organisationId))
		.where(eq(people.id, personId));
	return row;
}

/** What the registry says of an organisation, for its application to begin with. */
export async function knownOf(db: Queryable, id: string): Promise<KnownOrganisation | undefined> {
	const { title, address, head, phone, email, website, inn, dpoLicence: licence } = organisations;
	const [row] = await db
		.select({ title, address, head, phone, email, website, inn, licence })
		.from(organisations)
		.where(eq(organisations.id, id));
	return row;
}

export async function titlesOf(
	db: Queryable,
	organisationIds: string[]
): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.select({ id: organisations.id, title: organisations.title })
		.from(organisations)
		.where(inArray(organisations.id, organisationIds));
	return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Of these organisations, those of the region: of others its register holds nothing. */
export async function organisationsIn(
	db: Queryable,
	regionId: string,
	ids: string[]
): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ id: organisations.id })
		.from(organisations)
		.where(and(inArray(organisations.id, ids), eq(organisations.regionId, regionId)));
	return new Set(rows.map(({ id }) => id));
}

/** People of the region's municipalities, each once. */
export function municipalCoordinators(db: Queryable, regionId: string) {
	return db
		.selectDistinctOn([people.id], { email: people.email, givenName: people.givenName })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.innerJoin(municipalities, eq(municipalities.id, grants.scopeId))
		.where(
			and(
				eq(grants.role, 'coordinator'),
				eq(grants.scopeKind, 'municipality'),
				eq(municipalities.regionId, regionId)
			)
		)
		.orderBy(people.id);
}

const line = {
	id: applications.id,
	title: applications.title,
	state: applications.state,
	reviewResult: applications.reviewResult,
	direct: applications.direct,
	versionId: applications.regulationVersionId,
	organisation: { id: organisations.id, title: organisations.title },
	members: sql<number>`(select count(*)::int from ${applicationMembers} m where m.application_id = ${applications.id})`,
	createdAt: applications.createdAt,
	submittedAt: applications.submittedAt,
	decidedAt: applications.decidedAt
};

export type LineRow = Awaited<ReturnType<typeof ownApplications>>[number];

export function ownApplications(db: Queryable, personId: string) {
	return db
		.select(line)
		.from(applications)
		.innerJoin(organisations, eq(organisations.id, applications.organisationId))
		.where(and(eq(applications.createdBy, personId), eq(applications.direct, false)))
		.orderBy(desc(applications.id));
}

export type Kept = { everywhere: boolean; regionIds: string[] };
type Filter = { state?: ApplicationState; regulation?: string };

/** What the keeper sees of it: nothing that was never handed in. */
function inQueue({ everywhere, regionIds }: Kept, { state, regulation }: Filter): SQL | undefined {
	return and(
		everywhere ? undefined : inArray(applications.regionId, regionIds),
		or(isNotNull(applications.submittedAt), applications.direct),
		ne(applications.state, 'draft'),
		state && eq(applications.state, state),
		regulation ? eq(regulations.key, regulation) : undefined
	);
}

/** One page of the queue: what waits longest first. */
export function queuePage(
	db: Queryable,
	kept: Kept,
	filter: Filter,
	{ limit, offset }: Record<'limit' | 'offset', number>
) {
	return db
		.select(line)
		.from(applications)
		.innerJoin(organisations, eq(organisations.id, applications.organisationId))
		.innerJoin(regulationVersions, eq(regulationVersions.id, applications.regulationVersionId))
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(inQueue(kept, filter))
		.orderBy(asc(sql`coalesce(${applications.submittedAt}, ${applications.createdAt})`), asc(applications.id))
		.limit(limit)
		.offset(offset);
}

export function queueCounts(db: Queryable, kept: Kept, { regulation }: Filter) {
	return db
		.select({ state: applications.state, count: count() })
		.from(applications)
		.innerJoin(regulationVersions, eq(regulationVersions.id, applications.regulationVersionId))
		.innerJoin(regulations, eq(regulations.id, regulationVersions.regulationId))
		.where(inQueue(kept, { regulation }))
		.groupBy(applications.state);
}
