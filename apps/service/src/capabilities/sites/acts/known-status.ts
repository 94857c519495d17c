import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { conflict } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { findAct, insertAct, type NewAct } from './act-store.ts';
import { lockSite, writeDecision } from './status-store.ts';

type KnownStatus = {
	siteId: string;
	act: NewAct;
	from: string;
	lastDay: string;
	/** The rules that the paper was judged by, where they are kept here. */
	regulationVersionId?: string;
};
/** Whoever enters it; null: the demonstration. */
type Author = Pick<Ctx, 'now'> & { actor: { personId: string } | null };

/**
 * Enters a status that was granted before its register was kept here: its act is the only proof there is. Answers with
 * the act.
 */
export async function enterKnownStatus(tx: Tx, author: Author, known: KnownStatus): Promise<string> {
	const { siteId, act, from, lastDay, regulationVersionId } = known;
	await lockSite(tx, siteId);
	const actId = (await insertAct(tx, act)) ?? (await findAct(tx, act)) ?? conflict('act');
	const by = { decidedBy: author.actor?.personId ?? null, regulationVersionId: regulationVersionId ?? null };
	await writeDecision(tx, { siteId, actId, kind: 'grant', fromDay: from, lastDay, ...by });

	const data = { actId, kind: 'grant', from, lastDay, signedOn: act.signedOn };
	await record(tx, author, 'site.status_entered', { id: siteId }, data);
	return actId;
}
