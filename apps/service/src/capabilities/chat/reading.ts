import type { Message, MessagePage, Room, RoomEvent } from '@stazhirovka/contract/chat';
import {
	inOrder,
	mayPin,
	reachable,
	recovered,
	ROOM_RULES,
	SMALL_ROOM,
	type Conference,
	type Standing
} from '@stazhirovka/domain/chat';
import { dayBefore } from '@stazhirovka/domain/calendar';
import { endOfDay } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { loadProgramme } from '../programmes/index.ts';
import { eventsAfter } from './event-queries.ts';
import * as messages from './message-queries.ts';
import { membersOf, silencedIn, type MyRoom } from './queries.ts';
import { enterRoom } from './rooms.ts';
import { titleFor, toEvents, toMessage, toMessages, toPerson } from './view.ts';

/** One screen and a bit. */
const PAGE = 50;
/** What stands above the place that was jumped to. */
const LEAD = 15;
/** Somebody who missed more than this reads the room anew. */
export const LONGEST_CATCH_UP = 1000;

export type Asking = Pick<Ctx, 'db' | 'actor'>;
type Jump = { before?: number; after?: number; around?: number; date?: string };
type Missed = { reload: boolean; events: RoomEvent[] };

const RELOAD: Missed = { reload: true, events: [] };

/** The position is read first, the messages second: what comes meanwhile arrives as news, and changes nothing twice. */
export async function room({ db, actor }: Asking, roomId: string): Promise<Room> {
	const found = await enterRoom(db, actor, roomId);
	const [opening, members, silenced, pinned, programme] = await Promise.all([
		firstPage({ db, actor }, found),
		membersOf(db, roomId),
		silencedIn(db, roomId),
		messages.pinnedSeqs(db, roomId),
		found.programmeVersionId === null ? null : loadProgramme(db, found.programmeVersionId)
	]);
	const others = members.filter(({ id }) => id !== actor.personId);
	const { id, kind, epoch, seq, lastReadSeq, unread, slowSeconds, muted, timeZone } = found;
	const standing = standingIn(found, actor.personId);

	return {
		...{ id, kind, epoch, seq, lastReadSeq, unread, slowSeconds, muted, timeZone, pinned },
		...opening,
		title: titleFor(found.title, kind === 'private' ? others : null),
		members: inOrder(members.map(toPerson)),
		marks: members.length > SMALL_ROOM ? [] : marksOf(others),
		tasks: programme?.document.tasks.map(({ key, title }) => ({ key, title })) ?? [],
		conference: conferenceIn(found),
		closed: closedOf(found),
		silences: silencesOf(silenced),
		can: {
			post: standing.isOpen,
			pin: mayPin(standing),
			moderate: standing.moderates,
			leave: ROOM_RULES[kind].people === 'joined'
		}
	};
}

/** The page with the first unread message, or the newest one. What is unread is looked for only where there is some. */
async function firstPage({ db, actor }: Asking, { id, seq, lastReadSeq, unread }: MyRoom) {
	const first = unread ? await messages.firstUnread(db, id, lastReadSeq, actor.personId) : null;
	const page =
		first === null
			? await messages.messagesBefore(db, id, seq + 1, PAGE)
			: await messages.messagesAround(db, id, { seq: first, top: seq }, { before: LEAD, after: PAGE });
	return { ...toPage(page), firstUnreadSeq: first };
}

function marksOf(others: Awaited<ReturnType<typeof membersOf>>): Room['marks'] {
	return others.flatMap(({ id: personId, mark }) => (mark === null ? [] : [{ personId, seq: mark }]));
}

function silencesOf(silenced: Awaited<ReturnType<typeof silencedIn>>): Room['silences'] {
	return Object.fromEntries(
		silenced.flatMap(({ personId, until, reason }) =>
			until ? [[personId, { until: until.toISOString(), reason: reason ?? '' }]] : []
		)
	);
}

export function standingIn({ kind, closedAt, moderates }: MyRoom, me: string): Standing {
	const { everybodyPins: isPrivate, byTurns } = ROOM_RULES[kind];
	return { me, isOpen: closedAt === null, moderates, isPrivate, byTurns };
}

/** The turns, with the time at which they are to begin. */
function conferenceIn({ conference, startsAt, minutes }: MyRoom): Conference | null {
	return conference && startsAt && { ...conference, startsAt: startsAt.toISOString(), minutes: minutes ?? 0 };
}

function closedOf({ closedAt, closedReason }: MyRoom): Room['closed'] {
	return closedAt && { reason: closedReason ?? '', at: closedAt.toISOString() };
}

/** All that was missed, or `reload`: never a part of it (C5). */
export async function events(
	{ db, actor }: Asking,
	roomId: string,
	{ after, epoch = '' }: { after: number; epoch?: string }
): Promise<Missed> {
	const found = await enterRoom(db, actor, roomId);
	if (!reachable(found, { seq: after, epoch: epoch || found.epoch }, LONGEST_CATCH_UP)) return RELOAD;

	const items = await eventsAfter(db, roomId, after, found.seq - after);
	const whole = recovered({ epoch: found.epoch, top: found.seq, items }, after, epoch);
	return whole ? { reload: false, events: toEvents(items) } : RELOAD;
}

/** A page of messages as they stand, at the position of the room that is named with it. */
export async function page({ db, actor }: Asking, roomId: string, jump: Jump): Promise<MessagePage> {
	const found = await enterRoom(db, actor, roomId);
	return { seq: found.seq, ...toPage(await pageAt(db, found, jump)) };
}

async function pageAt(db: Ctx['db'], { id, seq: top, timeZone }: MyRoom, jump: Jump) {
	const { before, after, around, date } = jump;
	if (after !== undefined) {
		return { ...(await messages.messagesFrom(db, id, { seq: after + 1, top }, PAGE)), earlier: after > 0 };
	}
	const since = date === undefined ? null : endOfDay(dayBefore(date), timeZone);
	const seq = since ? await messages.firstSince(db, id, since) : around;
	return typeof seq === 'number'
		? messages.messagesAround(db, id, { seq, top }, { before: LEAD, after: PAGE })
		: messages.messagesBefore(db, id, before ?? top + 1, PAGE);
}

function toPage({ rows, earlier, later }: messages.Page) {
	return { messages: toMessages(rows), earlier, later };
}

export async function message({ db, actor }: Asking, roomId: string, seq: number): Promise<Message> {
	await enterRoom(db, actor, roomId);
	return toMessage((await messages.findMessage(db, roomId, seq)) ?? missing('message'));
}

export async function pinned({ db, actor }: Asking, roomId: string): Promise<Message[]> {
	await enterRoom(db, actor, roomId);
	return toMessages(await messages.pinnedMessages(db, roomId));
}
