import type { PlanShow } from '@stazhirovka/contract/plans';
import type { Database } from '@stazhirovka/db';
import { organisations, plans, sites, statusPeriods } from '@stazhirovka/db/schema';
import type { PlanState } from '@stazhirovka/domain/plans';
import { and, asc, count, eq, exists, gte, ilike, inArray, lte, or, sql, type SQL } from 'drizzle-orm';

/** Whose plans somebody has a word about. */
export type Overseen = { everywhere: boolean; regionIds: string[]; municipalityIds: string[] };
type Filter = { search: string; day: string };

export const STATES: Record<PlanShow, PlanState[]> = {
	waiting: ['sent', 'agreed', 'approved'],
	returned: ['returned'],
	in_force: ['in_force']
};

/** How many plans are in which state. */
export async function planCountsByState(
	db: Database,
	overseen: Overseen,
	filter: Filter
): Promise<ReadonlyMap<PlanState, number>> {
	const rows = await db
		.select({ state: plans.state, count: count() })
		.from(plans)
		.innerJoin(sites, eq(sites.id, plans.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(within(db, overseen, filter))
		.groupBy(plans.state);
	return new Map(rows.map(({ state, count }) => [state, count]));
}

/** One page of plans: what was signed longest ago first. */
export function planPage(
	db: Database,
	overseen: Overseen,
	{ show, ...filter }: Filter & { show: PlanShow },
	{ limit, offset }: { limit: number; offset: number }
) {
	return db
		.select({
			id: plans.id,
			versionId: plans.regulationVersionId,
			from: plans.fromDay,
			lastDay: plans.lastDay,
			state: plans.state,
			signature: plans.signature,
			site: { id: sites.id, title: sites.title, organisation: organisations.shortTitle }
		})
		.from(plans)
		.innerJoin(sites, eq(sites.id, plans.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(and(within(db, overseen, filter), inArray(plans.state, STATES[show])))
		.orderBy(sql`${plans.signature} ->> 'on' asc nulls last`, asc(sites.title), asc(plans.id))
		.limit(limit)
		.offset(offset);
}

/** Of sites whose status is active on the day: a plan of another is only read (R34). */
function within(
	db: Database,
	{ everywhere, regionIds, municipalityIds }: Overseen,
	{ search, day }: Filter
): SQL | undefined {
	const like = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
	const active = db
		.select({ one: sql`1` })
		.from(statusPeriods)
		.where(
			and(
				eq(statusPeriods.siteId, sites.id),
				eq(statusPeriods.state, 'active'),
				lte(statusPeriods.fromDay, day),
				gte(statusPeriods.lastDay, day)
			)
		);
	const mine = or(inArray(sites.regionId, regionIds), inArray(organisations.municipalityId, municipalityIds));
	return and(
		everywhere ? undefined : mine,
		or(ilike(sites.title, like), ilike(organisations.shortTitle, like)),
		exists(active)
	);
}
