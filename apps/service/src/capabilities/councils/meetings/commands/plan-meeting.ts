import type { Ctx } from '../../../../shell/context.ts';
import { faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterCouncil } from '../../access.ts';
import { findActOf } from '../../store.ts';
import { insertMeeting } from '../store.ts';

type Plan = { id: string; heldOn: string; beginsAt: string; place: string };

/** Plans a meeting of a council, not before the act that composed it. Answers with the meeting's id. */
export async function planMeeting(ctx: Ctx, { id: councilId, ...plan }: Plan): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const council = await enterCouncil(tx, ctx, councilId);
		const act = await findActOf(tx, council.actId);
		if (act && plan.heldOn < act.signedOn) faulty('meeting.before_council', { field: 'heldOn' });

		const by = { createdBy: ctx.actor.personId, createdAt: ctx.now() };
		const id = await insertMeeting(tx, { ...plan, ...by, councilId });
		await record(tx, ctx, 'meeting.planned', { id }, { councilId, heldOn: plan.heldOn });
		return id;
	});
}
