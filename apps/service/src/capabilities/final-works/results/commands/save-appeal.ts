import { checkAppeal } from '@stazhirovka/domain/results';
import type { Ctx } from '../../../../shell/context.ts';
import { settle } from '../../../../shell/errors.ts';
import { enterOwn } from '../access.ts';
import { appealSheet } from '../appeals.ts';
import { findAppeal } from '../appeals-store.ts';
import { holdingResult } from '../disputed.ts';
import { keepSheet, type Draft } from '../sheets.ts';

/** Saves the draft of an appeal while it may still be sent. */
export async function saveAppeal(ctx: Ctx, { id, ...draft }: Draft & { id: string }) {
	const { programme, cohort } = await enterOwn(ctx.db, ctx.actor, id);
	const [{ result }, appeal] = [await holdingResult(ctx.db, id), await findAppeal(ctx.db, id)];
	const { timeZone } = cohort;
	settle(checkAppeal({ toldAt: result.announcedAt, sent: appeal !== undefined, timeZone }, null, ctx.now()));
	return keepSheet(ctx.db, appealSheet(id, programme), draft, { at: ctx.now(), mode: 'draft' });
}
