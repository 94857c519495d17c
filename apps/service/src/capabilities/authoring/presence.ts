import type { tellDraftPresence } from '@stazhirovka/contract/authoring';
import type { Output } from '@stazhirovka/contract/endpoint';
import type { Ctx } from '../../shell/context.ts';
import { allow } from '../../shell/errors.ts';
import { enterDraft, writes } from './access.ts';
import { partsOf } from './draft-store.ts';
import { keepPresence, othersIn } from './people-store.ts';
import { toPartStates } from './view.ts';

/** An editor tells of itself every half a minute; who has not for so long has gone. */
const GONE_AFTER_MS = 90_000;

/** Who else writes the draft now, and how far its parts are. */
export async function tellPresence(
	ctx: Ctx,
	{ id, part }: { id: string; part: string | null }
): Promise<Output<typeof tellDraftPresence>> {
	const entered = await enterDraft(ctx.db, ctx, id);
	allow(writes(entered));
	const own = { draftId: id, personId: ctx.actor.personId };
	await keepPresence(ctx.db, { ...own, part, seenAt: ctx.now() });
	const after = new Date(ctx.now().getTime() - GONE_AFTER_MS);
	const [others, parts] = await Promise.all([othersIn(ctx.db, { ...own, after }), partsOf(ctx.db, id)]);
	return { state: entered.state, others, parts: toPartStates(parts) };
}
