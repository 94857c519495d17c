import type { Database, Tx } from '@stazhirovka/db';
import { GROUP } from '@stazhirovka/domain/diagnostics';
import type { Span } from '@stazhirovka/domain/indicators';
import { inArray, sql } from 'drizzle-orm';
import type { SchoolScope } from './access.ts';
import { fives, taught, within, working } from './figures-queries.ts';

type Queryable = Database | Tx;
type Asked = { scope: SchoolScope; year: number };

/** Where teachers work; operators and authorities are no schools. */
const isSchool = inArray(sql`o.kind`, ['host', 'sending']);

export type SchoolRow = {
	id: string;
	organisationId: string;
	title: string;
	municipality: string | null;
	source: string;
	link: string | null;
	sites: { id: string; title: string }[];
};

/** The list of a year, with the sites at which at least five of a school learn. */
export async function schoolsOf(db: Queryable, { scope, span }: { scope: SchoolScope; span: Span }) {
	const rows = await db.execute<SchoolRow>(sql`with ${taught({ scope, spans: [span] })}, ${working}
		select l.id, l.organisation_id as "organisationId", o.short_title as title, m.title as municipality,
			l.source, l.link, coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title) order by s.title)
				from working w join sites s on s.id = w.site_id where w.list_id = l.id), '[]') as sites
		from named n join low_result_schools l on l.id = n.list_id join organisations o on o.id = l.organisation_id
			left join municipalities m on m.id = o.municipality_id
		order by m.title nulls last, o.short_title, l.id`);
	return [...rows];
}

/** Deficits that programmes of these teachers work on, with how many have completed one; whole fives of each school. */
export async function coveredDeficits(db: Queryable, { scope, span }: { scope: SchoolScope; span: Span }) {
	const rows = await db.execute<{ title: string; completed: number | null }>(sql`
		with ${taught({ scope, spans: [span] })}, of_school as (
			select d ->> 'title' as title, ${fives(sql`count(distinct t.person_id) filter (where t.completed)`)} as completed
			from taught t join programme_versions v on v.id = t.programme_version_id
				cross join lateral jsonb_array_elements(v.document -> 'deficits') d
			group by d ->> 'title', t.school
			having count(distinct t.person_id) >= ${GROUP})
		select title, sum(completed)::int as completed from of_school group by title order by title`);
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
