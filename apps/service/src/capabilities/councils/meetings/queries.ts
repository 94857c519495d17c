import type { Database, Tx } from '@stazhirovka/db';
import { agendaItems, councils, meetings, type Reference } from '@stazhirovka/db/schema';
import { and, asc, count, desc, eq, inArray, isNull, ne } from 'drizzle-orm';

type Queryable = Database | Tx;

/** The last decision that was not put off, of a closed meeting, on an application or on the end of a site's status. */
export async function lastDecision(
	db: Queryable,
	about: { applicationId: string } | { siteId: string }
): Promise<{ outcome: 'for' | 'against'; minutes: Reference } | undefined> {
	const which =
		'applicationId' in about
			? eq(agendaItems.applicationId, about.applicationId)
			: and(eq(agendaItems.siteId, about.siteId), eq(agendaItems.kind, 'termination'));
	const [row] = await db
		.select({
			outcome: agendaItems.outcome,
			number: meetings.number,
			heldOn: meetings.heldOn,
			body: councils.title
		})
		.from(agendaItems)
		.innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
		.innerJoin(councils, eq(councils.id, meetings.councilId))
		.where(and(which, eq(meetings.state, 'closed'), inArray(agendaItems.outcome, ['for', 'against'])))
		.orderBy(desc(meetings.closedAt), desc(agendaItems.id))
		.limit(1);
	if (!row?.outcome || row.outcome === 'postponed') return undefined;
	const { body, number, heldOn } = row;
	return { outcome: row.outcome, minutes: { body, number: String(number), date: heldOn } };
}

/** Whether something stands on the agenda of a meeting that is not over. */
export async function standsOnAgenda(db: Queryable, applicationId: string): Promise<boolean> {
	const [row] = await db
		.select({ count: count() })
		.from(agendaItems)
		.innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
		.where(
			and(
				eq(agendaItems.applicationId, applicationId),
				isNull(meetings.closedAt),
				ne(meetings.state, 'cancelled')
			)
		);
	return (row?.count ?? 0) > 0;
}

/** Meetings that have an application on their agenda, in their order; what was cancelled is none. */
export function meetingsAbout(db: Queryable, applicationId: string) {
	return db
		.select({
			id: meetings.id,
			councilId: councils.id,
			title: councils.title,
			number: meetings.number,
			heldOn: meetings.heldOn,
			state: meetings.state,
			outcome: agendaItems.outcome
		})
		.from(agendaItems)
		.innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
		.innerJoin(councils, eq(councils.id, meetings.councilId))
		.where(and(eq(agendaItems.applicationId, applicationId), ne(meetings.state, 'cancelled')))
		.orderBy(asc(meetings.heldOn), asc(meetings.id));
}

/** How many meetings each of these councils has had or plans. */
export async function meetingCounts(
	db: Queryable,
	councilIds: string[]
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.select({ councilId: meetings.councilId, count: count() })
		.from(meetings)
		.where(and(inArray(meetings.councilId, councilIds), ne(meetings.state, 'cancelled')))
		.groupBy(meetings.councilId);
	return new Map(rows.map((row) => [row.councilId, row.count]));
}

/** Whether results of a site stand on the agenda of this very meeting. */
export async function resultsStandOn(db: Queryable, meetingId: string, siteId: string): Promise<boolean> {
	const { kind, meetingId: meeting, siteId: site } = agendaItems;
	return (
		(await db.$count(agendaItems, and(eq(meeting, meetingId), eq(site, siteId), eq(kind, 'results')))) > 0
	);
}

/** When results of a site were or will be heard, the newest first (R133). */
export function resultsOfSite(db: Queryable, siteId: string) {
	return db
		.select({
			id: agendaItems.id,
			title: agendaItems.title,
			decision: agendaItems.decision,
			outcome: agendaItems.outcome,
			figures: agendaItems.figures,
			meetingId: meetings.id,
			heldOn: meetings.heldOn,
			state: meetings.state,
			number: meetings.number,
			councilId: councils.id,
			council: councils.title
		})
		.from(agendaItems)
		.innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
		.innerJoin(councils, eq(councils.id, meetings.councilId))
		.where(
			and(eq(agendaItems.siteId, siteId), eq(agendaItems.kind, 'results'), ne(meetings.state, 'cancelled'))
		)
		.orderBy(desc(meetings.heldOn), desc(agendaItems.id));
}

/** Meetings of a region that results may still be put to, the nearest first. */
export function openMeetingsIn(db: Queryable, regionId: string) {
	return db
		.select({ id: meetings.id, heldOn: meetings.heldOn, council: councils.title })
		.from(meetings)
		.innerJoin(councils, eq(councils.id, meetings.councilId))
		.where(and(eq(councils.regionId, regionId), inArray(meetings.state, ['planned', 'called'])))
		.orderBy(asc(meetings.heldOn), asc(meetings.id));
}
