import { sql, type SQL } from 'drizzle-orm';

/** The person, and the place and day that are asked about. */
type Asked = { person: SQL; site: SQL; cohort: SQL; region: SQL; day: SQL };

/** What a person is to a site, a cohort and a region on a day, by appointments, rights and studies: what `mayJoin` asks. */
export function belonging({ person, site, cohort, region, day }: Asked) {
	const stands = sql`f.person_id = ${person} and f.from_day <= ${day} and (f.last_day is null or f.last_day >= ${day})`;
	const studies = sql`n.person_id = ${person} and n.state in ('confirmed', 'completed')`;
	return {
		toSite: sql<boolean>`(exists (select 1 from site_staff f where f.site_id = ${site} and ${stands})
			or exists (select 1 from grants g where g.person_id = ${person} and g.role in ('leader', 'tutor')
				and g.scope_kind = 'site' and g.scope_id = ${site}))`,
		toCohort: sql<boolean>`(exists (select 1 from enrolments n where n.cohort_id = ${cohort} and ${studies})
			or exists (select 1 from cohort_tutors t where t.cohort_id = ${cohort} and t.person_id = ${person}))`,
		toRegion: sql<boolean>`(exists (select 1 from site_staff f join sites o on o.id = f.site_id
				where o.region_id = ${region} and ${stands})
			or exists (select 1 from grants g left join sites o on g.scope_kind = 'site' and o.id = g.scope_id
				where g.person_id = ${person} and coalesce(o.region_id, g.scope_id) = ${region})
			or exists (select 1 from enrolments n join cohorts c on c.id = n.cohort_id join sites o on o.id = c.site_id
				where o.region_id = ${region} and ${studies}))`
	};
}
