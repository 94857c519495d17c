import type { Room, RoomEvent } from '@stazhirovka/contract/chat';
import { reachable, recovered } from '@stazhirovka/domain/chat';
import type { Ctx } from '../../shell/context.ts';
import { loadProgramme } from '../programmes/index.ts';
import { eventsAfter, eventsUpTo, membersOf, type EventRow } from './queries.ts';
import { enterRoom } from './rooms.ts';
import { titleFor, toEvent, toPerson } from './view.ts';

/** One screen and a bit. */
const PAGE = 50;
/** Somebody who missed more than this reads the room anew. */
export const LONGEST_CATCH_UP = 1000;

type Asking = Pick<Ctx, 'db' | 'actor'>;
type Place = { before?: number; after?: number; epoch?: string };
type Page = { reload: boolean; events: RoomEvent[]; earlier: boolean };

const RELOAD: Page = { reload: true, events: [], earlier: false };

/** The position is read first, the events up to it second: what comes meanwhile arrives as news, not twice. */
export async function room({ db, actor }: Asking, roomId: string): Promise<Room> {
	const found = await enterRoom(db, actor, roomId);
	const [rows, members, { document }] = await Promise.all([
		eventsUpTo(db, roomId, found.seq, PAGE),
		membersOf(db, roomId),
		loadProgramme(db, found.programmeVersionId)
	]);
	const others = found.kind === 'private' ? members.filter(({ id }) => id !== actor.personId) : null;
	const { id, kind, epoch, seq, lastReadSeq } = found;

	return {
		...{ id, kind, epoch, seq, lastReadSeq },
		...earlierPage(rows),
		title: titleFor(found.title, others),
		members: members.map(toPerson),
		tasks: document.tasks.map(({ key, title }) => ({ key, title })),
		can: { post: true }
	};
}

/** An earlier page, or all that was missed, or `reload`: never a part of what was missed (C5). */
export async function events({ db, actor }: Asking, roomId: string, place: Place): Promise<Page> {
	const found = await enterRoom(db, actor, roomId);
	if (place.after === undefined) {
		const rows = await eventsUpTo(db, roomId, (place.before ?? found.seq + 1) - 1, PAGE);
		return { reload: false, ...earlierPage(rows) };
	}
	const position = { seq: place.after, epoch: place.epoch ?? '' };
	if (!reachable(found, position, LONGEST_CATCH_UP)) return RELOAD;

	const items = await eventsAfter(db, roomId, position.seq, found.seq - position.seq);
	const whole = recovered({ epoch: found.epoch, top: found.seq, items }, position.seq, position.epoch);
	return whole ? { reload: false, events: items.map(toEvent), earlier: position.seq > 0 } : RELOAD;
}

function earlierPage(rows: EventRow[]) {
	return { events: rows.map(toEvent), earlier: (rows[0]?.seq ?? 1) > 1 };
}
