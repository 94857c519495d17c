import type { Database, Tx } from '@stazhirovka/db';
import { acts, applicationWindows, regulations } from '@stazhirovka/db/schema';
import { and, desc, eq, inArray } from 'drizzle-orm';

type Queryable = Database | Tx;
type NewWindow = typeof applicationWindows.$inferInsert;

/** Undefined when the act has opened a window of the regulation already. */
export async function insertWindow(tx: Tx, values: NewWindow): Promise<string | undefined> {
	const [row] = await tx
		.insert(applicationWindows)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: applicationWindows.id });
	return row?.id;
}

export async function windowByAct(
	tx: Tx,
	{ regulationId, actId }: Pick<NewWindow, 'regulationId' | 'actId'>
) {
	const [row] = await tx
		.select()
		.from(applicationWindows)
		.where(and(eq(applicationWindows.regulationId, regulationId), eq(applicationWindows.actId, actId)));
	return row;
}

/** Windows of regulations with their acts, latest first. */
export function windowsOf(db: Queryable, regulationIds: string[]) {
	return db
		.select({
			id: applicationWindows.id,
			regulationId: applicationWindows.regulationId,
			key: regulations.key,
			opensOn: applicationWindows.opensOn,
			closesOn: applicationWindows.closesOn,
			act: {
				id: acts.id,
				kind: acts.kind,
				number: acts.number,
				signedOn: acts.signedOn,
				issuer: acts.issuer,
				title: acts.title
			}
		})
		.from(applicationWindows)
		.innerJoin(regulations, eq(regulations.id, applicationWindows.regulationId))
		.innerJoin(acts, eq(acts.id, applicationWindows.actId))
		.where(inArray(applicationWindows.regulationId, regulationIds))
		.orderBy(desc(applicationWindows.opensOn), desc(applicationWindows.id));
}
