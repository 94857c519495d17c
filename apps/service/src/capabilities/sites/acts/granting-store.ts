import type { Database, Tx } from '@stazhirovka/db';
import {
	applicationMembers,
	applications,
	organisations,
	people,
	siteMembers,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;

/** States from which an act may be due. */
const BEFORE_ACT = ['complete', 'reviewed', 'supported', 'proposed'] as const;

const candidate = {
	id: applications.id,
	revision: applications.revision,
	state: applications.state,
	regionId: applications.regionId,
	regulationVersionId: applications.regulationVersionId,
	organisationId: applications.organisationId,
	organisation: organisations.title,
	direct: applications.direct,
	title: applications.title,
	theme: applications.theme,
	programmeFrom: applications.programmeFrom,
	programmeTo: applications.programmeTo,
	networkMinutes: applications.networkMinutes,
	reviewResult: applications.reviewResult,
	/** The site whose status is asked for once more, with its code. */
	siteId: applications.renewsSiteId,
	siteCode: sites.code,
	createdBy: applications.createdBy,
	authorEmail: people.email
};

export type CandidateRow = Awaited<ReturnType<typeof candidatesOf>>[number];

function candidates(db: Queryable) {
	return db
		.select(candidate)
		.from(applications)
		.innerJoin(organisations, eq(organisations.id, applications.organisationId))
		.innerJoin(people, eq(people.id, applications.createdBy))
		.leftJoin(sites, eq(sites.id, applications.renewsSiteId));
}

/** Applications of these regions that may wait for an act; whether they do, their rules say. */
export function candidatesOf(db: Queryable, regionIds: string[]) {
	return candidates(db)
		.where(and(inArray(applications.regionId, regionIds), inArray(applications.state, BEFORE_ACT)))
		.orderBy(asc(applications.title), asc(applications.id));
}

/** The named applications, held until the transaction ends, in one order for everybody. */
export async function lockCandidates(tx: Tx, ids: string[]): Promise<CandidateRow[]> {
	await tx
		.select({ id: applications.id })
		.from(applications)
		.where(inArray(applications.id, ids))
		.orderBy(asc(applications.id))
		.for('no key update');
	return candidates(tx).where(inArray(applications.id, ids));
}

/** Operators of a region, the oldest first. */
export function operatorsOf(tx: Tx, regionId: string) {
	return tx
		.select({ id: organisations.id, title: organisations.title, shortTitle: organisations.shortTitle })
		.from(organisations)
		.where(and(eq(organisations.regionId, regionId), eq(organisations.kind, 'operator')))
		.orderBy(asc(organisations.createdAt), asc(organisations.id));
}

/** The organisations of a network as they applied become the network of the site. */
export async function copyMembers(
	tx: Tx,
	{
		applicationId,
		siteId,
		joinedOn,
		minutes
	}: Record<'applicationId' | 'siteId' | 'joinedOn', string> & {
		minutes: string | null;
	}
): Promise<void> {
	const members = await tx
		.select({ organisationId: applicationMembers.organisationId, isLead: applicationMembers.isLead })
		.from(applicationMembers)
		.where(eq(applicationMembers.applicationId, applicationId));
	const rows = members.map((member) => ({
		...member,
		siteId,
		joinedOn,
		minutes: member.isLead ? minutes : null
	}));
	if (rows.length) await tx.insert(siteMembers).values(rows);
}
