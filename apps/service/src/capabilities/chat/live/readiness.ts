import type { Database } from '@stazhirovka/db';
import { columnsOf, POSTING } from '../posting-store.ts';
import { topsFor } from './queries.ts';
import { wireEventsAfter } from './wire-queries.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Asks on every connection, of no room at all, what everybody asks who comes back after a process died: a connection that
 * asks something for the first time takes longer to read it and to plan it than to answer.
 */
export async function makeRoomsReady(db: Database): Promise<void> {
	const questions: (() => PromiseLike<unknown>)[] = [
		() => topsFor(db, NOBODY, [NOBODY]),
		() => wireEventsAfter(db, NOBODY, 0, 1),
		() => db.$client.unsafe(POSTING.skip, columnsOf([]), { prepare: true })
	];
	for (const ask of questions) await Promise.all(Array.from({ length: db.$client.options.max }, ask));
}
