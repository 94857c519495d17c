import type { Database, Tx } from '@stazhirovka/db';
import { people, workingGroupMembers, workingGroups } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, getTableColumns, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;
type Member = { name: string; part: string; personId: string | null };
export type GroupFacts = typeof workingGroups.$inferSelect;

/** Null when a group of this name and day is there already. */
export async function insertGroup(tx: Tx, values: typeof workingGroups.$inferInsert): Promise<string | null> {
	const [row] = await tx
		.insert(workingGroups)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: workingGroups.id });
	return row?.id ?? null;
}

export async function findGroup(db: Queryable, id: string): Promise<GroupFacts | undefined> {
	const [row] = await db.select().from(workingGroups).where(eq(workingGroups.id, id));
	return row;
}

/** Changes a group that is still as it was seen; false when it is not. */
export async function updateGroup(
	tx: Tx,
	{ id, revision }: { id: string; revision: number },
	change: Pick<GroupFacts, 'title' | 'direction' | 'fromDay' | 'lastDay' | 'results'>
): Promise<boolean> {
	const rows = await tx
		.update(workingGroups)
		.set({ ...change, revision: revision + 1 })
		.where(and(eq(workingGroups.id, id), eq(workingGroups.revision, revision)))
		.returning({ id: workingGroups.id });
	return rows.length === 1;
}

export async function writeMembers(tx: Tx, groupId: string, members: Member[]): Promise<void> {
	await tx.delete(workingGroupMembers).where(eq(workingGroupMembers.groupId, groupId));
	if (members.length)
		await tx
			.insert(workingGroupMembers)
			.values(members.map((member, position) => ({ ...member, groupId, position })));
}

/** Groups of a site with their members, newest first. */
export async function groupsOf(db: Queryable, siteId: string) {
	const groups = await db
		.select()
		.from(workingGroups)
		.where(eq(workingGroups.siteId, siteId))
		.orderBy(desc(workingGroups.fromDay), desc(workingGroups.id));
	const members = await db
		.select({ ...getTableColumns(workingGroupMembers), email: people.email })
		.from(workingGroupMembers)
		.leftJoin(people, eq(people.id, workingGroupMembers.personId))
		.where(
			inArray(
				workingGroupMembers.groupId,
				groups.map(({ id }) => id)
			)
		)
		.orderBy(asc(workingGroupMembers.position));
	const byGroup = Map.groupBy(members, ({ groupId }) => groupId);
	return groups.map(({ fromDay, ...group }) => ({
		...group,
		from: fromDay,
		members: (byGroup.get(group.id) ?? []).map(({ name, part, email }) => ({
			name,
			part,
			email: email ?? ''
		}))
	}));
}
