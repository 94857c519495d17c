import type { Database } from '@stazhirovka/db';
import { sql, type SQL } from 'drizzle-orm';
import { taught, working, type SchoolsAsked } from './figures-queries.ts';

/** The schools of the lists by title; one that is listed in several years is one. */
export async function listedSchools(db: Database, asked: SchoolsAsked) {
	const rows = await db.execute<{ id: string; title: string; municipality: string | null }>(sql`
		with ${taught(asked)}
		select distinct o.id, o.short_title as title, m.title as municipality
		from named n join organisations o on o.id = n.school left join municipalities m on m.id = o.municipality_id
		order by 2, 1`);
	return [...rows];
}

/** Of one school, or of all of them, after a key. */
type Page = SchoolsAsked & { school: string | null; after: string | null; limit: number };

const ofSchool = (school: string | null) => (school === null ? sql`true` : sql`n.school = ${school}`);
const past = (key: SQL, after: string | null) => (after === null ? sql`true` : sql`${key} > ${after}::uuid`);

/** Results that were told of listed schools. */
export async function changesAt(db: Database, { school, after, limit, ...asked }: Page) {
	const rows = await db.execute<{
		id: string;
		title: string;
		school: string;
		before: number;
		now: number;
		better: 'higher' | 'lower';
		toldAt: string;
	}>(sql`with ${taught(asked)}
		select c.id, c.title, o.short_title as school, c.before, c.now, c.better,
			c.created_at::text as "toldAt"
		from named n join organisations o on o.id = n.school join school_changes c on c.school_id = n.list_id
		where ${ofSchool(school)} and ${past(sql`c.id`, after)} order by c.id limit ${limit}`);
	return [...rows];
}

/** Events of the sites at which at least five of a listed school learn; each once. */
export async function eventsAt(db: Database, { school, after, limit, ...asked }: Page) {
	const rows = await db.execute<{ id: string; title: string; site: string; on: string }>(sql`
		with ${taught(asked)}, ${working}
		select distinct x.id, r.title, s.title as site, x.held_on::text as "on"
		from working n join sites s on s.id = n.site_id join plans p on p.site_id = n.site_id
			join plan_rows r on r.plan_id = p.id join plan_executions x on x.row_id = r.id
		where ${ofSchool(school)} and x.withdrawn_at is null and x.held_on between n.first and n.last
			and ${past(sql`x.id`, after)} order by x.id limit ${limit}`);
	return [...rows];
}
