import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { conflict } from '../../shell/errors.ts';
import { findAct, insertAct } from './act-store.ts';

export type GivenAct = { kind: string; number: string; signedOn: string; issuer: string; title: string };

/** Enters an act, or finds it where it was entered before: one act is kept once. */
export async function enterAct(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	regionId: string,
	act: GivenAct
): Promise<{ id: string; known: boolean }> {
	const values = { ...act, regionId, enteredBy: ctx.actor.personId, createdAt: ctx.now() };
	const id = await insertAct(tx, values);
	return id ? { id, known: false } : { id: (await findAct(tx, values)) ?? conflict('act'), known: true };
}
