import { ok, refuse, type Result } from '../result.ts';

/** A list of documents that one person prepared; nothing is issued before another one has approved it. */
export type BatchState = 'prepared' | 'returned' | 'approved';
export type BatchRefusal = { code: 'batch.own' | 'batch.decided' };

/** Whether this person may approve or return the batch: once, and never one's own (V2.3.5). */
export function decideBatch(
	{ state, preparedBy }: { state: BatchState; preparedBy: string },
	personId: string
): Result<true, BatchRefusal> {
	if (state !== 'prepared') return refuse({ code: 'batch.decided' });
	return preparedBy === personId ? refuse({ code: 'batch.own' }) : ok(true);
}
