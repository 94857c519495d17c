import type { Tx } from '@stazhirovka/db';
import { conflict } from '../../shell/errors.ts';
import { findAct, insertAct, type NewAct } from './act-store.ts';
import { lockSite, writeDecision } from './status-store.ts';

type KnownStatus = { siteId: string; act: NewAct; from: string; lastDay: string };

/** Enters a status that was granted before its register was kept here: its act is the only proof there is. */
export async function enterKnownStatus(tx: Tx, { siteId, act, from, lastDay }: KnownStatus): Promise<void> {
	await lockSite(tx, siteId);
	const actId = (await insertAct(tx, act)) ?? (await findAct(tx, act)) ?? conflict('act');
	await writeDecision(tx, { siteId, actId, kind: 'grant', fromDay: from, lastDay });
}
