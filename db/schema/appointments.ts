import { sql } from 'drizzle-orm';
import { check, index, pgTable, uuid, type PgColumn } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { acts } from './acts.ts';
import { createdAt, day, id } from './columns.ts';
import { regions } from './organisations.ts';

/**
 * What every office has to which an act appoints somebody. Those who held it before this was kept here have neither a
 * first day nor an act. The right follows from these rows.
 */
export const appointed = () => ({
	id: id(),
	personId: uuid()
		.notNull()
		.references(() => people.id),
	actId: uuid().references(() => acts.id),
	fromDay: day(),
	/** Null while it lasts; the day before the first one: it was called off. */
	lastDay: day(),
	/** The act by which somebody is relieved with nobody in the place. */
	relievedByActId: uuid().references(() => acts.id),
	createdAt: createdAt()
});

/** No appointment ends before the day before it begins. */
export function forward(name: string, { fromDay, lastDay }: Record<'fromDay' | 'lastDay', PgColumn>) {
	return check(name, sql`${lastDay} >= ${fromDay} - 1`);
}

/** Who coordinates a region, with the days (R30). */
export const regionCoordinators = pgTable(
	'region_coordinators',
	{
		...appointed(),
		regionId: uuid()
			.notNull()
			.references(() => regions.id)
	},
	(t) => [
		index('region_coordinators_region').on(t.regionId),
		index('region_coordinators_person').on(t.personId),
		forward('region_coordinators_forward', t)
	]
);
