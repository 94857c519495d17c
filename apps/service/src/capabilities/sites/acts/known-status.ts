import type { Tx } from '@stazhirovka/db';
import { record } from '../../../shell/journal.ts';
import { registerAct, type Author, type Paper } from './acts.ts';
import { lockSite, writeDecision } from './status-store.ts';

type KnownStatus = {
	site: { id: string; regionId: string };
	act: Paper;
	from: string;
	lastDay: string;
	/** The rules that the paper was judged by, where they are kept here. */
	regulationVersionId?: string;
};

/** Enters a status that was granted before its register was kept here: its act is the only proof there is. Answers with the act. */
export async function enterKnownStatus(tx: Tx, author: Author, known: KnownStatus): Promise<string> {
	const { site, act, from, lastDay, regulationVersionId } = known;
	const siteId = site.id;
	await lockSite(tx, siteId);
	const actId = await registerAct(tx, author, site.regionId, act);
	const by = { decidedBy: author.actor?.personId ?? null, regulationVersionId: regulationVersionId ?? null };
	await writeDecision(tx, { siteId, actId, kind: 'grant', fromDay: from, lastDay, ...by });

	const data = { actId, kind: 'grant', from, lastDay, signedOn: act.signedOn };
	await record(tx, author, 'site.status_entered', { id: siteId }, data);
	return actId;
}
