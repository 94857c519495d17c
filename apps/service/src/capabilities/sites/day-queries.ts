import { organisations, siteMembers, sites, statusPeriods } from '@stazhirovka/db/schema';
import { sql, type SQL } from 'drizzle-orm';

/** The day that a list or a page speaks of: the one asked for, else today where each site is. */
export type ListDay = { on: string | undefined; now: Date };

/** The day, of the site in the same query. */
export function dayIn({ on, now }: ListDay): SQL<string> {
	return on === undefined
		? sql`(${now.toISOString()}::timestamptz at time zone ${sites.timeZone})::date`
		: sql`${on}::date`;
}

/** Whether the site of the same query has a status on the day or one to come; what is over has no more decided about it. */
export function livesOn(day: SQL): SQL {
	return sql`exists (select 1 from ${statusPeriods} p where p.site_id = ${sites.id}
		and p.last_day >= p.from_day and p.last_day >= ${day})`;
}

/**
 * The organisation that stood for the site on a day: the lead of its network, before the first one that lead; the
 * organisation of the site where it never was a network.
 */
export function leadOn(day: SQL): SQL<string> {
	return sql`coalesce((select lead.organisation_id from ${siteMembers} lead
		where lead.site_id = ${sites.id} and lead.is_lead and (lead.left_on is null or lead.left_on >= lead.joined_on)
		order by lead.joined_on > ${day}, abs(lead.joined_on - ${day}) limit 1), ${sites.organisationId})`;
}

/** Titles of the organisations that were in the network of the site on a day, in one text. */
export function memberTitlesOn(day: SQL): SQL {
	return sql`(select string_agg(mo.title, ' ') from ${siteMembers} sm
		join ${organisations} mo on mo.id = sm.organisation_id
		where sm.site_id = ${sites.id} and sm.joined_on <= ${day} and (sm.left_on is null or sm.left_on >= ${day}))`;
}
