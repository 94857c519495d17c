import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, messageReports, nameColumns, people, roomMembers, rooms } from '@stazhirovka/db/schema';
import { and, desc, eq, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inside, moderates } from './queries.ts';

type Queryable = Database | Tx;
export type ReportRow = Awaited<ReturnType<typeof reports>>[number];

const settler = alias(people, 'settler');

/** Reports of the rooms that the person moderates. */
function reports(db: Queryable, moderatorId: string, which: SQL | undefined, limit: number) {
	return db
		.select({
			id: messageReports.id,
			roomId: messageReports.roomId,
			cohortId: rooms.cohortId,
			room: sql<string>`case when ${rooms.title} = '' then coalesce(${cohorts.title}, '') else ${rooms.title} end`,
			message: messageReports.message,
			reporter: nameColumns,
			reason: messageReports.reason,
			at: messageReports.createdAt,
			settled: messageReports.settled,
			settledAt: messageReports.settledAt,
			settler: {
				id: settler.id,
				surname: settler.surname,
				givenName: settler.givenName,
				patronymic: settler.patronymic
			}
		})
		.from(messageReports)
		.innerJoin(rooms, eq(rooms.id, messageReports.roomId))
		.leftJoin(cohorts, eq(cohorts.id, rooms.cohortId))
		.innerJoin(
			roomMembers,
			and(eq(roomMembers.roomId, rooms.id), eq(roomMembers.personId, moderatorId), inside)
		)
		.innerJoin(people, eq(people.id, messageReports.reporterId))
		.leftJoin(settler, eq(settler.id, messageReports.settledBy))
		.where(and(moderates, which))
		.orderBy(desc(messageReports.id))
		.limit(limit)
		.execute();
}

export function reportsFor(
	db: Queryable,
	moderatorId: string,
	{ before, settled }: { before?: string; settled: boolean },
	limit: number
) {
	const state = settled ? isNotNull(messageReports.settled) : isNull(messageReports.settled);
	return reports(db, moderatorId, and(state, before ? lt(messageReports.id, before) : undefined), limit);
}

export async function findReport(db: Queryable, moderatorId: string, id: string) {
	const [row] = await reports(db, moderatorId, eq(messageReports.id, id), 1);
	return row;
}
