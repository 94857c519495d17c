import type { ChatCard, Message, RoomEvent, RoomSummary } from '@stazhirovka/contract/chat';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { REACTION_NAMES, type Arrangement, type ChatEvent, type Removal } from '@stazhirovka/domain/chat';
import type { EventRow } from './event-queries.ts';
import type { MessageRow } from './message-queries.ts';
import type { myRooms } from './queries.ts';

type Person = Message['author'];
type RoomRow = Awaited<ReturnType<typeof myRooms>>[number];
type Of<Type extends ChatEvent['type']> = Extract<RoomEvent, { type: Type }>;

export function toPerson(row: EventRow['author']): Person {
	return { id: row.id, fullName: fullName(row), shortName: shortName(row) };
}

export type ToPerson = (row: EventRow['author']) => Person;

/** Few people write a whole page, and a name takes longer to make than the rest of a row: each is made once. */
function namingOnce(): ToPerson {
	const known = new Map<string, Person>();
	return (row) => {
		const person = known.get(row.id) ?? toPerson(row);
		known.set(row.id, person);
		return person;
	};
}

export function toMessages(rows: MessageRow[]): Message[] {
	const name = namingOnce();
	return rows.map((row) => toMessage(row, name));
}

export function toMessage(row: MessageRow, name: ToPerson = toPerson): Message {
	const { author, at, editedAt, removedAt, replyCount, lastReply, reactions, card, ...message } = row;
	return {
		...message,
		author: name(author),
		card: card as ChatCard | null,
		at: at.toISOString(),
		editedAt: editedAt?.toISOString() ?? null,
		removedAt: removedAt?.toISOString() ?? null,
		reactions: reactions.length ? toReactions(reactions) : [],
		replies: { count: replyCount, last: lastReply }
	};
}

function toReactions(reactions: MessageRow['reactions']): Message['reactions'] {
	return REACTION_NAMES.flatMap((name) => {
		const by = reactions.filter((one) => one.name === name).map((one) => one.by);
		return by.length ? [{ name, by }] : [];
	});
}

/** The same words live, replayed and fetched (C6). */
export function toEvents(rows: EventRow[]): RoomEvent[] {
	const name = namingOnce();
	return rows.map((row) => toEvent(row, name));
}

export function toEvent(
	{ seq, type, meant, clientId, body, at, author, message }: EventRow,
	name: ToPerson
): RoomEvent {
	const who = { seq, clientId, author: name(author), at: at.toISOString() };
	const target = { message: meant ?? 0 };
	switch (type) {
		case 'message.posted':
			return { type, ...who, ...wordsOf(message) };
		case 'message.edited':
			return { type, ...who, ...target, text: message?.text ?? '', mentions: message?.mentions ?? [] };
		case 'message.removed': {
			const { by, reason } = body as Removal;
			return { type, ...who, ...target, by, reason };
		}
		case 'reaction.added':
		case 'reaction.removed':
			return { type, ...who, ...target, ...(body as Pick<Of<'reaction.added'>, 'name'>) };
		case 'message.pinned':
		case 'message.unpinned':
			return { type, ...who, ...target };
		case 'member.joined':
		case 'member.left':
			return { type, ...who, member: who.author };
		case 'room.closed':
			return { type, ...who, ...(body as Pick<Of<'room.closed'>, 'reason'>) };
		case 'room.reopened':
			return { type, ...who };
		case 'room.slowed':
			return { type, ...who, ...(body as Pick<Of<'room.slowed'>, 'seconds'>) };
		case 'member.silenced':
			return { type, ...who, ...(body as Pick<Of<'member.silenced'>, 'personId' | 'until' | 'reason'>) };
		case 'member.unsilenced':
			return { type, ...who, ...(body as Pick<Of<'member.unsilenced'>, 'personId'>) };
		case 'remark.linked':
			return { type, ...who, ...target, ...(body as Pick<Of<'remark.linked'>, 'remark'>) };
		case 'conference.arranged':
			return { type, ...who, ...(body as Arrangement) };
		case 'conference.cancelled':
			return { type, ...who, ...(body as Pick<Of<'conference.cancelled'>, 'reason'>) };
		case 'floor.given':
			return { type, ...who, ...(body as Pick<Of<'floor.given'>, 'personId' | 'speech'>) };
		case 'conference.opened':
		case 'questions.opened':
		case 'conference.closed':
		case 'floor.asked':
		case 'floor.waived':
		case 'floor.returned':
			return { type, ...who };
	}
}

const NOTHING = { text: '', files: [], subject: null, card: null, replyTo: null, mentions: [] };

function wordsOf(message: EventRow['message']) {
	return message ? { ...message, card: message.card as ChatCard | null } : NOTHING;
}

export function toRoomSummary({ last, lastAt, others, startsAt, ...room }: RoomRow): RoomSummary {
	return {
		...room,
		title: titleFor(room.title, others),
		lastText: lastAt && last && summary(last),
		lastAt: lastAt?.toISOString() ?? null,
		startsAt: startsAt?.toISOString() ?? null
	};
}

/** A private thread is called by whom one talks to. */
export function titleFor(title: string, others: Parameters<typeof fullName>[0][] | null): string {
	return others?.map(fullName).join(', ') || title;
}

function summary({ text, card, files }: NonNullable<RoomRow['last']>): string {
	return text || card?.title || files?.[0]?.name || '';
}
