import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { giveGrant } from '../accounts/index.ts';
import * as store from './people-store.ts';

type Giver = { actor: Ctx['actor'] | null; now: Ctx['now'] };

/** The role of a tutor comes with an appointment, unless the person has it already. */
export async function makeTutor(
	tx: Tx,
	ctx: Giver,
	{ id, personId, siteId }: { id: string; personId: string; siteId: string }
): Promise<void> {
	const scope = { kind: 'site', id: siteId } as const;
	if (await giveGrant(tx, ctx, { personId, role: 'tutor', scope })) await store.markGave(tx, id);
}

/** Makes tutors of those whose first day at a site has come (R71). */
export async function beginAppointments(tx: Tx, ctx: Giver): Promise<void> {
	for (const { id, siteId, personId } of await store.takeWaiting(tx, ctx.now()))
		if (personId) await makeTutor(tx, ctx, { id, siteId, personId });
}
