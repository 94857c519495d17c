import type { Database, Tx } from '@stazhirovka/db';
import {
	nameColumns,
	people,
	planCorrections,
	planExecutions,
	planProposals,
	planRows,
	plans,
	regions,
	sites,
	statusPeriods
} from '@stazhirovka/db/schema';
import { byAlphabet, choicesOf } from '@stazhirovka/domain/alphabet';
import { and, asc, between, desc, eq, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

const standing = isNull(planExecutions.withdrawnAt);

/** Rows of a plan with what was held of them, by their days. */
export function rowsOf(db: Queryable, planId: string) {
	return db
		.select({
			row: planRows,
			held: sql<number>`count(${planExecutions.id})::int`,
			bare: sql<number>`(count(${planExecutions.id}) filter (where cardinality(${planExecutions.links}) = 0
				and cardinality(${planExecutions.fileIds}) = 0))::int`,
			participants: sql<number>`coalesce(sum(${planExecutions.participants}), 0)::int`,
			outcome: sql<string>`coalesce(string_agg(${planExecutions.outcome}, E'\n' order by ${planExecutions.heldOn}), '')`,
			correction: sql<string | null>`(select c.reason from ${planCorrections} c
				where c.row_id = ${planRows.id} order by c.id desc limit 1)`
		})
		.from(planRows)
		.leftJoin(planExecutions, and(eq(planExecutions.rowId, planRows.id), standing))
		.where(eq(planRows.planId, planId))
		.groupBy(planRows.id)
		.orderBy(sql`${planRows.fromDay} asc nulls last`, asc(planRows.id));
}

export type RowWithLog = Awaited<ReturnType<typeof rowsOf>>[number];

export async function rowWithLog(db: Queryable, rowId: string): Promise<RowWithLog | undefined> {
	const [row] = await db.select({ planId: planRows.planId }).from(planRows).where(eq(planRows.id, rowId));
	return row && (await rowsOf(db, row.planId)).find((one) => one.row.id === rowId);
}

/** Plans of a site, newest first, with how many rows they have, how many are overdue, and proposals that wait. */
export function plansOf(db: Queryable, siteId: string, today: string) {
	return db
		.select({
			id: plans.id,
			from: plans.fromDay,
			lastDay: plans.lastDay,
			state: plans.state,
			rows: sql<number>`(select count(*)::int from ${planRows} r where r.plan_id = ${plans.id})`,
			overdue: sql<number>`(select count(*)::int from ${planRows} r where r.plan_id = ${plans.id}
				and ${plans.state} = 'in_force' and r.cancelled_at is null and r.last_day < ${today}
				and not exists (select 1 from ${planExecutions} e where e.row_id = r.id and e.withdrawn_at is null))`,
			proposals: sql<number>`(select count(*)::int from ${planProposals} p
				where p.plan_id = ${plans.id} and p.state = 'waiting')`
		})
		.from(plans)
		.where(eq(plans.siteId, siteId))
		.orderBy(desc(plans.fromDay));
}

export function proposalsOf(db: Queryable, planId: string) {
	return db
		.select({ proposal: planProposals, by: nameColumns })
		.from(planProposals)
		.innerJoin(people, eq(people.id, planProposals.personId))
		.where(eq(planProposals.planId, planId))
		.orderBy(sql`${planProposals.state} <> 'waiting'`, desc(planProposals.id));
}

export function executionsOf(db: Queryable, rowId: string) {
	return db
		.select()
		.from(planExecutions)
		.where(and(eq(planExecutions.rowId, rowId), standing))
		.orderBy(desc(planExecutions.heldOn));
}

export function correctionsOf(db: Queryable, rowId: string) {
	return db
		.select()
		.from(planCorrections)
		.where(eq(planCorrections.rowId, rowId))
		.orderBy(desc(planCorrections.id));
}

/** Rows of plans in force that begin on these days, or are over without a report: what a leader has before them. */
export function rowsAhead(db: Queryable, siteId: string, { today, until }: { today: string; until: string }) {
	const open = sql`not exists (select 1 from ${planExecutions} e where e.row_id = ${planRows.id} and e.withdrawn_at is null)`;
	return db
		.select({ id: planRows.id, title: planRows.title, from: planRows.fromDay, lastDay: planRows.lastDay })
		.from(planRows)
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.where(
			and(
				eq(plans.siteId, siteId),
				eq(plans.state, 'in_force'),
				isNull(planRows.cancelledAt),
				open,
				sql`(${planRows.lastDay} < ${today} or ${planRows.fromDay} between ${today} and ${until})`
			)
		)
		.orderBy(asc(planRows.lastDay), asc(planRows.id))
		.limit(MOST_AHEAD);
}

const MOST_AHEAD = 20;

/** Events that were held on these days, both included: the log that reports are filled from (R64, R128). */
export function heldBetween(db: Queryable, siteId: string, from: string, to: string) {
	return db
		.select({
			id: planExecutions.id,
			rowId: planRows.id,
			title: planRows.title,
			format: planExecutions.format,
			delivery: planExecutions.delivery,
			participants: planExecutions.participants,
			heldOn: planExecutions.heldOn,
			outcome: planExecutions.outcome,
			links: planExecutions.links
		})
		.from(planExecutions)
		.innerJoin(planRows, eq(planRows.id, planExecutions.rowId))
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.where(and(eq(plans.siteId, siteId), between(planExecutions.heldOn, from, to), standing))
		.orderBy(asc(planExecutions.heldOn), asc(planExecutions.id));
}

/** Corrections of plans in force made on these days, with their reasons (R129). */
export function correctedBetween(db: Queryable, siteId: string, from: string, to: string) {
	return db
		.select({
			id: planCorrections.id,
			rowId: planRows.id,
			title: planRows.title,
			kind: planCorrections.kind,
			reason: planCorrections.reason,
			on: planCorrections.onDay,
			before: planCorrections.before,
			after: planCorrections.after
		})
		.from(planCorrections)
		.innerJoin(planRows, eq(planRows.id, planCorrections.rowId))
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.where(and(eq(plans.siteId, siteId), between(planCorrections.onDay, from, to)))
		.orderBy(asc(planCorrections.onDay), asc(planCorrections.id));
}

export type EventSearch = {
	siteId?: string;
	open: boolean;
	from?: string;
	until?: string;
	region?: string;
	format?: string;
};

/** Rows with days of plans in force, for a calendar; those open to everybody only where that is asked. */
export function calendarRows(db: Queryable, { siteId, open, from, until, region, format }: EventSearch) {
	return db
		.select({
			id: planRows.id,
			siteId: sites.id,
			site: sites.title,
			region: regions.title,
			title: planRows.title,
			format: planRows.format,
			delivery: planRows.delivery,
			responsible: planRows.responsible,
			from: sql<string>`${planRows.fromDay}`,
			lastDay: sql<string>`${planRows.lastDay}`,
			at: planRows.createdAt
		})
		.from(planRows)
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.innerJoin(sites, eq(sites.id, plans.siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.where(
			and(
				eq(plans.state, 'in_force'),
				isNull(planRows.cancelledAt),
				isNotNull(planRows.fromDay),
				isNotNull(planRows.lastDay),
				siteId === undefined ? undefined : eq(sites.id, siteId),
				open ? eq(planRows.isPublic, true) : undefined,
				from === undefined ? undefined : gte(planRows.lastDay, from),
				until === undefined ? undefined : lte(planRows.fromDay, until),
				region === undefined ? undefined : eq(sites.regionId, region),
				format === undefined ? undefined : eq(planRows.format, format),
				open ? isActiveOnItsDay() : undefined
			)
		)
		.orderBy(asc(planRows.fromDay), asc(planRows.id))
		.limit(siteId === undefined ? MOST_EVENTS : MOST_OF_SITE);
}

/** Of everybody from a day on; a site alone has no more than its plans of some years hold. */
const MOST_EVENTS = 500;
const MOST_OF_SITE = 5000;

/** An event of a site that has no status on its first day is no event any more. */
function isActiveOnItsDay() {
	return sql`exists (select 1 from ${statusPeriods} p where p.site_id = ${sites.id} and p.state = 'active'
		and ${lte(sql`p.from_day`, planRows.fromDay)} and ${gte(sql`p.last_day`, planRows.fromDay)})`;
}

/** Regions, sites and formats of the events that are open to everybody from a day on. */
export async function eventChoices(db: Queryable, from: string) {
	const rows = await db
		.selectDistinct({
			region: { value: regions.id, title: regions.title },
			site: { value: sites.id, title: sites.title },
			format: planRows.format
		})
		.from(planRows)
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.innerJoin(sites, eq(sites.id, plans.siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.where(
			and(
				eq(plans.state, 'in_force'),
				isNull(planRows.cancelledAt),
				eq(planRows.isPublic, true),
				gte(planRows.lastDay, from),
				isActiveOnItsDay()
			)
		);
	return {
		regions: choicesOf(rows.map(({ region }) => region)),
		sites: choicesOf(rows.map(({ site }) => site)),
		formats: [...new Set(rows.map(({ format }) => format))].toSorted(byAlphabet)
	};
}
