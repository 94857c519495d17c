import { ROUTE_VERSION_ORIGINS, type RouteItem } from '@stazhirovka/domain/learning-routes';
import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { enrolments } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { learningRoutes } from './learning.ts';

/** How much of a week an intern has for the route, in minutes: the intern’s own word. */
export const studyLimits = pgTable(
	'study_limits',
	{
		enrolmentId: uuid()
			.primaryKey()
			.references(() => enrolments.id, { onDelete: 'cascade' }),
		minutesPerWeek: integer().notNull(),
		setAt: createdAt()
	},
	(t) => [check('study_limits_some', sql`${t.minutesPerWeek} > 0`)]
);

/** Every route that held, and every wish to change an agreed one; never changed but for the decision on a wish. */
export const learningRouteVersions = pgTable(
	'learning_route_versions',
	{
		id: id(),
		learningRouteId: uuid()
			.notNull()
			.references(() => learningRoutes.id, { onDelete: 'cascade' }),
		number: integer().notNull(),
		items: json<RouteItem[]>().notNull(),
		origin: text({ enum: ROUTE_VERSION_ORIGINS }).notNull(),
		reason: text(),
		authorId: uuid().references(() => people.id),
		at: moment().notNull(),
		/** A wish of the intern waits for the tutor; every other version holds from the beginning. */
		standing: text({ enum: ['held', 'asked', 'declined'] }).notNull(),
		remark: text(),
		decidedBy: uuid().references(() => people.id),
		decidedAt: moment()
	},
	(t) => [
		unique('learning_route_versions_number').on(t.learningRouteId, t.number),
		uniqueIndex('learning_route_versions_asked')
			.on(t.learningRouteId)
			.where(sql`${t.standing} = 'asked'`)
	]
);
