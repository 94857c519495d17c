import type { MessageVersion } from '@stazhirovka/contract/chat';
import type { Posted, Removal } from '@stazhirovka/domain/chat';
import { allow, missing } from '../../shell/errors.ts';
import { eventsOfMessage, type EventRow } from './event-queries.ts';
import type { Asking } from './reading.ts';
import { enterRoom } from './rooms.ts';
import { toPerson } from './view.ts';

const WHAT: Partial<Record<EventRow['type'], MessageVersion['what']>> = {
	'message.posted': 'posted',
	'message.edited': 'edited',
	'message.removed': 'removed'
};

/** What a message said at each time; for those who moderate the room. */
export async function history({ db, actor }: Asking, roomId: string, seq: number): Promise<MessageVersion[]> {
	const { moderates } = await enterRoom(db, actor, roomId);
	allow(moderates);
	const rows = (await eventsOfMessage(db, roomId, seq)).filter(({ type }) => type in WHAT);
	if (rows[0]?.type !== 'message.posted') return missing('message');
	return rows.map((row, n) => toVersion(row, rows[n + 1]));
}

/** Each change keeps what it replaced, so a version is told by the change after it; the last one stands. */
function toVersion(row: EventRow, next: EventRow | undefined): MessageVersion {
	const { before } = (next?.body ?? {}) as { before?: string };
	const { reason = null, files = [] } = row.body as Partial<Removal & { files: Posted['files'] }>;
	return {
		text: row.type === 'message.removed' ? '' : (before ?? row.message?.text ?? ''),
		at: row.at.toISOString(),
		what: WHAT[row.type] ?? 'posted',
		by: toPerson(row.author),
		reason,
		files
	};
}
