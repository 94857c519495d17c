import type { Database, Tx } from '@stazhirovka/db';
import { settle, fail } from '../../../shell/errors.ts';
import { moveApplication, type ApplicationMove } from '@stazhirovka/domain/sites';
import { waitingNews, type WaitingNews } from '../../councils/index.ts';
import type { Rules } from '../../regulations/index.ts';
import type { ApplicationRow } from './store.ts';

type Decided = Pick<ApplicationRow, 'state' | 'reason' | 'reviewResult' | 'decidedAt' | 'siteId'>;

/** What is known of the decisions about an application; `decisionWaits`: one was made and is not told yet. */
export type Told = Decided & { decisionWaits: boolean };

/**
 * An application as its author knows it: a decision whose letter waits is not there for them, all of them are told
 * together. Nothing waits for those who decide.
 */
export function asTold(
	{ state, decidedAt, reason = null, reviewResult = null, siteId = null }: Known,
	news: WaitingNews | undefined
): Told {
	if (!news) return { state, decidedAt, reason, reviewResult, siteId, decisionWaits: false };
	return {
		state: news.seenState,
		reviewResult: news.hidesReview ? null : reviewResult,
		decisionWaits: news.decided,
		...{ decidedAt: null, reason: null, siteId: null }
	};
}

type Known = Pick<Decided, 'state' | 'decidedAt'> & Partial<Decided>;

export async function newsFor(db: Database | Tx, id: string): Promise<WaitingNews | undefined> {
	return (await waitingNews(db, [id])).get(id);
}

/** Refuses a move of the author by what they know: no refusal tells what was not told. */
export function allowByTold({ rules, told }: { rules: Rules; told: Told }, move: ApplicationMove): void {
	settle(moveApplication(rules.profile, told, move));
	if (told.decisionWaits) fail('refused', 'application.decision_waits');
}
