import type { RoomEvent, RoomSummary } from '@stazhirovka/contract/chat';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import type { MessageBody } from './events-store.ts';
import type { EventRow, myRooms } from './queries.ts';

type Person = RoomEvent['author'];
type RoomRow = Awaited<ReturnType<typeof myRooms>>[number];

export function toPerson(row: EventRow['author']): Person {
	return { id: row.id, fullName: fullName(row), shortName: shortName(row) };
}

/** The same words live, replayed and fetched (C6). */
export function toEvent({ seq, clientId, body, at, author }: EventRow): RoomEvent {
	const { text, files, task, card } = body as MessageBody;
	return {
		type: 'message.posted',
		seq,
		clientId,
		author: toPerson(author),
		text,
		files,
		task,
		card,
		at: at.toISOString()
	};
}

export function toRoomSummary({ lastBody, lastAt, others, ...room }: RoomRow): RoomSummary {
	return {
		id: room.id,
		kind: room.kind,
		title: titleFor(room.title, others),
		cohort: room.cohort,
		unread: room.unread,
		lastText: lastBody && summary(lastBody as MessageBody),
		lastAt: lastAt?.toISOString() ?? null
	};
}

/** A private thread is called by whom one talks to. */
export function titleFor(title: string, others: Parameters<typeof fullName>[0][] | null): string {
	return others?.map(fullName).join(', ') || title;
}

function summary({ text, card, files }: MessageBody): string {
	return text || card?.title || files[0]?.name || '';
}
