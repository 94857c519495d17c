import type { Database, Tx } from '@stazhirovka/db';
import { finalWorks, presentationSlots } from '@stazhirovka/db/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { fail } from '../../../shell/errors.ts';

type Queryable = Database | Tx;
export type SlotRow = typeof presentationSlots.$inferSelect;

/** All times of a cohort with the works that are shown, the earliest first. */
export function slotsOf(db: Queryable, cohortId: string) {
	return db
		.select({ slot: presentationSlots, title: finalWorks.title, enrolmentId: finalWorks.enrolmentId })
		.from(presentationSlots)
		.leftJoin(finalWorks, eq(finalWorks.id, presentationSlots.finalWorkId))
		.where(eq(presentationSlots.cohortId, cohortId))
		.orderBy(asc(presentationSlots.startsAt));
}

export async function findSlot(db: Queryable, id: string): Promise<SlotRow | undefined> {
	const [row] = await db.select().from(presentationSlots).where(eq(presentationSlots.id, id));
	return row;
}

export async function findSlotOfWork(db: Queryable, finalWorkId: string): Promise<SlotRow | undefined> {
	const [row] = await db
		.select()
		.from(presentationSlots)
		.where(eq(presentationSlots.finalWorkId, finalWorkId));
	return row;
}

export async function insertSlots(tx: Tx, slots: (typeof presentationSlots.$inferInsert)[]): Promise<void> {
	const rows = await tx
		.insert(presentationSlots)
		.values(slots)
		.onConflictDoNothing()
		.returning({ id: presentationSlots.id });
	if (rows.length < slots.length) fail('refused', 'presentation.already_there');
}

/** Of two who take one time the second is told so; a work has one time at most. */
export async function takeSlot(tx: Tx, id: string, finalWorkId: string, at: Date): Promise<void> {
	const rows = await tx
		.update(presentationSlots)
		.set({ finalWorkId, takenAt: at })
		.where(and(eq(presentationSlots.id, id), isNull(presentationSlots.finalWorkId)))
		.returning({ id: presentationSlots.id });
	if (rows.length === 0) fail('refused', 'presentation.taken');
}

export async function releaseSlot(tx: Tx, id: string): Promise<void> {
	await tx
		.update(presentationSlots)
		.set({ finalWorkId: null, takenAt: null })
		.where(eq(presentationSlots.id, id));
}

export async function deleteSlot(tx: Tx, id: string): Promise<void> {
	await tx.delete(presentationSlots).where(eq(presentationSlots.id, id));
}
