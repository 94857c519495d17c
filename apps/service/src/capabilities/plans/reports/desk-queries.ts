import type { Database } from '@stazhirovka/db';
import { sites } from '@stazhirovka/db/schema';
import type { Standing } from '@stazhirovka/domain/plans';
import { and, inArray, sql, type SQL } from 'drizzle-orm';

/** The regions whose registers somebody keeps; null: all of them. */
export type Kept = string[] | null;
/** Reports that sites owe, as the rule of the domain says; the database only sets them among those that were begun. */
export type Owed = { siteId: string; dueOn: string; standing: Standing };
type Page = { limit: number; offset: number };

/** Keys of the regulations that sites of these regions live by. */
export async function regulationKeys(db: Database, kept: Kept): Promise<string[]> {
	const rows = await db
		.selectDistinct({ key: sites.regulationKey })
		.from(sites)
		.where(kept === null ? undefined : inArray(sites.regionId, kept));
	return rows.map(({ key }) => key);
}

export type DeskRow = {
	siteId: string;
	site: string;
	organisation: string;
	reportId: string | null;
	kind: 'regular' | 'request';
	dueOn: string | null;
	subject: string;
	standing: Standing;
	submittedOn: string | null;
};

/** How many reports stand how. */
export async function deskCounts(
	db: Database,
	asked: { kept: Kept; owed: Owed[]; now: Date }
): Promise<Partial<Record<Standing, number>>> {
	const rows = await db.execute<{ standing: Standing; count: number }>(
		sql`${linesOf(asked)} select standing, count(*)::int as count from lines group by standing`
	);
	return Object.fromEntries([...rows].map(({ standing, count }) => [standing, count]));
}

/** Reports of one standing or of all, the most urgent first. */
export async function deskPage(
	db: Database,
	asked: { kept: Kept; owed: Owed[]; now: Date },
	standing: Standing | undefined,
	{ limit, offset }: Page
): Promise<DeskRow[]> {
	const rows = await db.execute<DeskRow>(sql`${linesOf(asked)}
		select l.site_id as "siteId", m.title as site, m.organisation, l.report_id as "reportId", l.kind,
			l.due_on::text as "dueOn", l.subject, l.standing, l.submitted_on::text as "submittedOn"
		from lines l join mine m on m.id = l.site_id
		where ${standing === undefined ? sql`true` : sql`l.standing = ${standing}`}
		order by array_position(array['overdue', 'handed_in', 'due', 'accepted', 'withdrawn'], l.standing),
			l.due_on nulls last, m.title, l.site_id, l.report_id
		limit ${limit} offset ${offset}`);
	return [...rows];
}

/** How many reports of each site are overdue or still to come. */
export async function countsBySite(db: Database, asked: { kept: Kept; owed: Owed[]; now: Date }) {
	const rows = await db.execute<{ siteId: string; overdue: number; due: number }>(sql`${linesOf(asked)}
		select site_id as "siteId", count(*) filter (where standing = 'overdue')::int as overdue,
			count(*) filter (where standing = 'due')::int as due
		from lines where standing in ('overdue', 'due') group by site_id`);
	return [...rows];
}

/** Every report that there is or should be. */
function linesOf({ kept, owed, now }: { kept: Kept; owed: Owed[]; now: Date }): SQL {
	return sql`with mine as (
			select s.id, s.title, o.short_title as organisation,
				(${now.toISOString()}::timestamptz at time zone s.time_zone)::date as today
			from sites s join organisations o on o.id = s.organisation_id
			where ${regionIn(kept)}
		), owed as (
			select * from json_to_recordset(${JSON.stringify(owed)}::json)
				as o("siteId" uuid, "dueOn" date, standing text)
		), lines as (
			select d."siteId" as site_id, null::uuid as report_id, 'regular' as kind, d."dueOn" as due_on, '' as subject,
				d.standing, null::date as submitted_on
			from owed d where not exists (select 1 from site_reports r
				where r.site_id = d."siteId" and r.kind = 'regular' and r.due_on = d."dueOn")
			union all
			select r.site_id, r.id, r.kind, r.due_on, r.subject,
				case when r.state in ('accepted', 'withdrawn') then r.state when r.state = 'submitted' then 'handed_in'
					when r.due_on < m.today then 'overdue' else 'due' end,
				r.submitted_on
			from site_reports r join mine m on m.id = r.site_id
		)`;
}

/** Sites of these regions under these regulations, with what their dues are told from. */
export async function sitesOwing(db: Database, kept: Kept, keys: string[]) {
	const { id, regulationKey, timeZone, createdAt } = sites;
	return db
		.select({ id, regulationKey, timeZone, createdAt })
		.from(sites)
		.where(and(kept === null ? undefined : inArray(sites.regionId, kept), inArray(regulationKey, keys)));
}

export type PlanRowCounts = {
	siteId: string;
	site: string;
	organisation: string;
	regulationKey: string;
	overdue: number;
	withoutEvidence: number;
	total: number;
};

/** Sites under these regulations in whose plans something is overdue or without evidence, the worst first. */
export async function planCounts(
	db: Database,
	{ kept, keys, now }: { kept: Kept; keys: string[]; now: Date },
	{ limit, offset }: Page
): Promise<PlanRowCounts[]> {
	if (keys.length === 0) return [];
	const rows = await db.execute<PlanRowCounts>(sql`with counted as (
			select s.id as "siteId", s.title as site, o.short_title as organisation,
				s.regulation_key as "regulationKey",
				count(distinct r.id) filter (where e.id is null and r.cancelled_at is null
					and r.last_day < (${now.toISOString()}::timestamptz at time zone s.time_zone)::date)::int as overdue,
				count(e.id) filter (where cardinality(e.links) = 0 and cardinality(e.file_ids) = 0)::int
					as "withoutEvidence"
			from sites s join organisations o on o.id = s.organisation_id
				join plans p on p.site_id = s.id and p.state = 'in_force'
				join plan_rows r on r.plan_id = p.id
				left join plan_executions e on e.row_id = r.id and e.withdrawn_at is null
			where ${regionIn(kept)} and ${inArray(sql`s.regulation_key`, keys)}
			group by s.id, o.id
		)
		select *, count(*) over ()::int as total from counted where overdue + "withoutEvidence" > 0
		order by overdue + "withoutEvidence" desc, site, "siteId" limit ${limit} offset ${offset}`);
	return [...rows];
}

export type AskableRow = {
	id: string;
	title: string;
	organisation: string;
	regulationKey: string;
	total: number;
};

/** Sites that have had a status, by what they are called. */
export async function askable(
	db: Database,
	{ kept, search, now }: { kept: Kept; search: string; now: Date },
	{ limit, offset }: Page
): Promise<AskableRow[]> {
	const like = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
	const rows = await db.execute<AskableRow>(sql`
		select s.id, s.title, o.short_title as organisation, s.regulation_key as "regulationKey",
			count(*) over ()::int as total
		from sites s join organisations o on o.id = s.organisation_id
		where ${regionIn(kept)} and (s.title ilike ${like} or o.short_title ilike ${like})
			and exists (select 1 from status_periods p where p.site_id = s.id and p.last_day >= p.from_day
				and p.from_day <= (${now.toISOString()}::timestamptz at time zone s.time_zone)::date)
		order by s.title, s.id limit ${limit} offset ${offset}`);
	return [...rows];
}

function regionIn(kept: Kept): SQL {
	if (kept === null) return sql`true`;
	return kept.length ? inArray(sql`s.region_id`, kept) : sql`false`;
}
