import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { takeGrant } from '../accounts/index.ts';
import { departed } from './queries.ts';

/**
 * Takes the right of an expert of the region from whoever sits in none of its councils any more, neither on the day nor
 * after it. Answers with those from whom it was taken.
 */
export async function retireExperts(
	tx: Tx,
	ctx: { actor: Ctx['actor'] | null; now: Ctx['now'] },
	regionId?: string
): Promise<string[]> {
	const gone = [];
	for (const left of await departed(tx, today(ctx.now), regionId)) {
		const scope = { kind: 'region', id: left.regionId } as const;
		const taken = { personId: left.personId, role: 'expert', scope } as const;
		if (await takeGrant(tx, ctx, taken)) gone.push(left.personId);
	}
	return gone;
}
