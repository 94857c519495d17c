import type { Database, Tx } from '@stazhirovka/db';
import { agendaItems, meetingAttendance, meetings, votes } from '@stazhirovka/db/schema';
import type { MeetingState, Vote } from '@stazhirovka/domain/councils';
import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import { conflict } from '../../../shell/errors.ts';

type Queryable = Database | Tx;

export type MeetingRow = typeof meetings.$inferSelect;
export type ItemRow = typeof agendaItems.$inferSelect;

export async function insertMeeting(tx: Tx, values: typeof meetings.$inferInsert): Promise<string> {
	const [row] = await tx.insert(meetings).values(values).returning({ id: meetings.id });
	return row?.id ?? conflict('meeting');
}

export async function findMeeting(db: Queryable, id: string): Promise<MeetingRow | undefined> {
	const [row] = await db.select().from(meetings).where(eq(meetings.id, id));
	return row;
}

/** What is done in one meeting goes one after the other. */
export async function lockMeeting(tx: Tx, id: string): Promise<void> {
	await tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, id)).for('no key update');
}

type MeetingChange = Partial<
	Pick<
		MeetingRow,
		'state' | 'calledAt' | 'closedAt' | 'closedBy' | 'year' | 'number' | 'closed' | 'minutesId'
	>
>;

/** Changes a meeting that is still as it was seen, and raises its revision; false when it is not. */
export async function changeMeeting(
	tx: Tx,
	{ id, state, revision }: { id: string; state: MeetingState; revision: number },
	change: MeetingChange = {}
): Promise<boolean> {
	const rows = await tx
		.update(meetings)
		.set({ ...change, revision: revision + 1 })
		.where(and(eq(meetings.id, id), eq(meetings.state, state), eq(meetings.revision, revision)))
		.returning({ id: meetings.id });
	return rows.length === 1;
}

/** The next number of the council in the year. The caller holds the council's lock. */
export async function nextNumber(tx: Tx, councilId: string, year: number): Promise<number> {
	const [row] = await tx
		.select({ last: max(meetings.number) })
		.from(meetings)
		.where(and(eq(meetings.councilId, councilId), eq(meetings.year, year)));
	return (row?.last ?? 0) + 1;
}

/** The day of the last meeting that was closed; who sat on it is in its minutes. */
export async function lastClosedDay(db: Queryable, councilId: string): Promise<string | null> {
	const [row] = await db
		.select({ day: max(meetings.heldOn) })
		.from(meetings)
		.where(and(eq(meetings.councilId, councilId), eq(meetings.state, 'closed')));
	return row?.day ?? null;
}

export async function attendanceOf(db: Queryable, meetingId: string): Promise<string[]> {
	const rows = await db
		.select({ personId: meetingAttendance.personId })
		.from(meetingAttendance)
		.where(eq(meetingAttendance.meetingId, meetingId));
	return rows.map(({ personId }) => personId);
}

export async function replaceAttendance(tx: Tx, meetingId: string, present: string[]): Promise<void> {
	await tx.delete(meetingAttendance).where(eq(meetingAttendance.meetingId, meetingId));
	if (present.length)
		await tx.insert(meetingAttendance).values(present.map((personId) => ({ meetingId, personId })));
}

export function itemsOf(db: Queryable, meetingId: string): Promise<ItemRow[]> {
	return db
		.select()
		.from(agendaItems)
		.where(eq(agendaItems.meetingId, meetingId))
		.orderBy(asc(agendaItems.position));
}

export async function findItem(db: Queryable, id: string): Promise<ItemRow | undefined> {
	const [row] = await db.select().from(agendaItems).where(eq(agendaItems.id, id));
	return row;
}

/** Puts an item at the end of the agenda. */
export async function insertItem(
	tx: Tx,
	item: Omit<typeof agendaItems.$inferInsert, 'position'>
): Promise<string> {
	const next = sql<number>`(select coalesce(max(position), 0) + 1 from agenda_items where meeting_id = ${item.meetingId})`;
	const [row] = await tx
		.insert(agendaItems)
		.values({ ...item, position: next as unknown as number })
		.returning({ id: agendaItems.id });
	return row?.id ?? conflict('meeting');
}

export async function deleteItem(tx: Tx, id: string): Promise<void> {
	await tx.delete(agendaItems).where(eq(agendaItems.id, id));
}

export async function changeItem(
	tx: Tx,
	id: string,
	change: Partial<Pick<ItemRow, 'heard' | 'decision' | 'putOff' | 'outcome' | 'stand'>>
): Promise<void> {
	await tx.update(agendaItems).set(change).where(eq(agendaItems.id, id));
}

export function votesOn(db: Queryable, itemIds: string[]) {
	return db.select().from(votes).where(inArray(votes.itemId, itemIds));
}

export async function replaceVotes(
	tx: Tx,
	itemId: string,
	given: { personId: string; vote: Vote }[]
): Promise<void> {
	await tx.delete(votes).where(eq(votes.itemId, itemId));
	if (given.length) await tx.insert(votes).values(given.map((one) => ({ ...one, itemId })));
}

export function meetingsOf(db: Queryable, councilIds: string[]): Promise<MeetingRow[]> {
	return db
		.select()
		.from(meetings)
		.where(inArray(meetings.councilId, councilIds))
		.orderBy(asc(meetings.heldOn), asc(meetings.id));
}
