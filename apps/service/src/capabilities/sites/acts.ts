import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { conflict, faulty } from '../../shell/errors.ts';
import { record } from '../../shell/journal.ts';
import { findAct, insertAct } from './act-store.ts';
import { today } from './today.ts';

export type GivenAct = { kind: string; number: string; signedOn: string; issuer: string; title: string };

/** Enters an act, or finds it where it was entered before: one act is kept once. It is not dated ahead. */
export async function enterAct(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	regionId: string,
	act: GivenAct
): Promise<{ id: string; known: boolean }> {
	if (act.signedOn > today(ctx.now)) faulty('act.in_future', { field: 'act.signedOn' });
	const values = { ...act, regionId, enteredBy: ctx.actor.personId, createdAt: ctx.now() };
	const id = await insertAct(tx, values);
	if (!id) return { id: (await findAct(tx, values)) ?? conflict('act'), known: true };

	await record(
		tx,
		ctx,
		'act.entered',
		{ id },
		{ kind: act.kind, number: act.number, signedOn: act.signedOn }
	);
	return { id, known: false };
}
