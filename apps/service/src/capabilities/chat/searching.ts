import type { FoundPage } from '@stazhirovka/contract/chat';
import { membersNames } from './members-queries.ts';
import type { Asking } from './reading.ts';
import { calling, found, type Cursor, type FoundRow } from './search-queries.ts';
import { snippet } from './snippet.ts';
import { titleFor, toPerson } from './view.ts';

const PAGE = 20;
const CURSOR = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,15})$/;

type Way = { before?: string; after?: string };
type Which = { beyond?: Cursor; newestFirst: boolean };

/** What was found in one's own rooms, newest first; `before` goes on to older, `after` to newer ones. */
export function search(asking: Asking, { q, room, ...way }: Way & { q: string; room?: string }) {
	const { db, actor } = asking;
	return pageOf(asking, way, (which) => found(db, actor.personId, { q, room, ...which }, PAGE + 1));
}

/** Where I was called by name, in the same order. */
export function mentions(asking: Asking, way: Way) {
	return pageOf(asking, way, (which) => calling(asking.db, asking.actor.personId, which, PAGE + 1));
}

async function pageOf(
	{ db, actor }: Asking,
	{ before, after }: Way,
	read: (which: Which) => Promise<FoundRow[]>
): Promise<FoundPage> {
	const newestFirst = after === undefined;
	const beyond = cursorOf(after ?? before);
	const rows = await read({ beyond, newestFirst });
	const page = rows.slice(0, PAGE);
	const more = rows.length > PAGE;
	const shown = newestFirst ? page : page.reverse();
	const privately = shown.filter(({ kind }) => kind === 'private').map(({ roomId }) => roomId);
	const names = await membersNames(db, privately, actor.personId);

	return {
		found: shown.map((row) => ({
			...{ roomId: row.roomId, seq: row.seq, isNew: row.isNew, cursor: cursor(row) },
			room: titleFor(row.title, row.kind === 'private' ? (names.get(row.roomId) ?? null) : null),
			author: toPerson(row.author),
			at: row.at.toISOString(),
			snippet: snippet(row.text, row.marked),
			files: row.files.map(({ name }) => name)
		})),
		earlier: newestFirst ? more : true,
		later: newestFirst ? beyond !== undefined : more
	};
}

function cursor({ roomId, seq }: FoundRow): string {
	return `${roomId}.${seq}`;
}

/** An unreadable cursor is no cursor: the search begins anew. */
function cursorOf(written: string | undefined): Cursor | undefined {
	const [, roomId, seq] = CURSOR.exec(written ?? '') ?? [];
	return roomId && seq ? { roomId, seq: Number(seq) } : undefined;
}
