import type { Database, Tx } from '@stazhirovka/db';
import { inArray, sql, type SQL } from 'drizzle-orm';
import type { SchoolScope } from './access.ts';

type Queryable = Database | Tx;
type Asked = { scope: SchoolScope; year: number };

/** `o` is the organisation. */
function within({ everywhere, regionIds, municipalityIds }: SchoolScope): SQL {
	if (everywhere) return sql`true`;
	return sql`(${inArray(sql`o.region_id`, regionIds)} or ${inArray(sql`o.municipality_id`, municipalityIds)})`;
}

/** Where teachers work; operators and authorities are no schools. */
const isSchool = inArray(sql`o.kind`, ['host', 'sending']);

/** The listed schools of a year, and their teachers in cohorts that end in it: a year takes a cohort whole. */
function taught({ scope, year }: Asked): SQL {
	return sql`listed as (
			select l.id, l.source, l.link, l.organisation_id, o.short_title as title, m.title as municipality
			from low_result_schools l join organisations o on o.id = l.organisation_id
				left join municipalities m on m.id = o.municipality_id
			where l.year = ${year} and ${within(scope)}
		), taught as (
			select l.id as school, e.person_id, e.state = 'completed' as completed, c.programme_version_id,
				s.id as site_id, s.title as site
			from listed l join people p on p.organisation_id = l.organisation_id
				join enrolments e on e.person_id = p.id and e.state in ('confirmed', 'completed')
				join cohorts c on c.id = e.cohort_id join sites s on s.id = c.site_id
			where c.ends_on between make_date(${year}, 9, 1) and make_date(${year}::int + 1, 8, 31)
		)`;
}

export type SchoolRow = {
	id: string;
	title: string;
	municipality: string | null;
	source: string;
	link: string | null;
	enrolled: number;
	completed: number;
	sites: { id: string; title: string }[];
};

export async function schoolsOf(db: Queryable, asked: Asked): Promise<SchoolRow[]> {
	const rows = await db.execute<SchoolRow>(sql`with ${taught(asked)}
		select l.id, l.title, l.municipality, l.source, l.link,
			count(distinct t.person_id)::int as enrolled,
			count(distinct t.person_id) filter (where t.completed)::int as completed,
			coalesce(jsonb_agg(distinct jsonb_build_object('id', t.site_id, 'title', t.site))
				filter (where t.site_id is not null), '[]') as sites
		from listed l left join taught t on t.school = l.id
		group by l.id, l.title, l.municipality, l.source, l.link
		order by l.municipality nulls last, l.title, l.id`);
	return [...rows];
}

/** Deficits that programmes of these teachers work on, with how many of each school have completed such a programme. */
export async function coveredDeficits(db: Queryable, asked: Asked) {
	const rows = await db.execute<{
		title: string;
		completed: number[];
	}>(sql`with ${taught(asked)}, of_school as (
			select d ->> 'title' as title, t.school,
				count(distinct t.person_id) filter (where t.completed)::int as completed
			from taught t join programme_versions v on v.id = t.programme_version_id
				cross join lateral jsonb_array_elements(v.document -> 'deficits') d
			group by d ->> 'title', t.school)
		select title, jsonb_agg(completed) as completed from of_school group by title order by title`);
	return [...rows];
}

const MOST_CHOICES = 30;

/** Organisations of the scope that the list of the year does not name, by title; of many the first. */
export async function choicesIn(db: Queryable, { scope, year, q }: Asked & { q: string | undefined }) {
	const rows = await db.execute<{ id: string; title: string; municipality: string | null }>(sql`
		select o.id, o.short_title as title, m.title as municipality
		from organisations o left join municipalities m on m.id = o.municipality_id
		where o.region_id is not null and ${isSchool} and ${within(scope)}
			and not exists (select 1 from low_result_schools l where l.organisation_id = o.id and l.year = ${year})
			and ${q ? sql`strpos(lower(o.title || ' ' || o.short_title), ${q.toLowerCase()}) > 0` : sql`true`}
		order by o.short_title, o.id limit ${MOST_CHOICES + 1}`);
	return { choices: [...rows].slice(0, MOST_CHOICES), moreChoices: rows.length > MOST_CHOICES };
}

/** An organisation that the person may name; elsewhere there is none. */
export async function organisationIn(db: Queryable, scope: SchoolScope, id: string) {
	const [row] = await db.execute<{ id: string; regionId: string; title: string }>(sql`
		select o.id, o.region_id as "regionId", o.short_title as title
		from organisations o where o.id = ${id} and o.region_id is not null and ${isSchool} and ${within(scope)}`);
	return row;
}

type Listed = {
	id: string;
	title: string;
	year: number;
	organisationId: string;
	source: string;
	link: string | null;
};

/** A school on a list of the scope. */
export async function listedIn(db: Queryable, scope: SchoolScope, id: string) {
	const [row] = await db.execute<Listed>(sql`
		select l.id, o.short_title as title, l.year, l.organisation_id as "organisationId", l.source, l.link
		from low_result_schools l join organisations o on o.id = l.organisation_id
		where l.id = ${id} and ${within(scope)}`);
	return row;
}
