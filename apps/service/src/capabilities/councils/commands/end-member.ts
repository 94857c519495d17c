import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCouncil } from '../access.ts';
import { today } from '../../../shell/today.ts';
import { reassign } from '../reassigning.ts';
import { endMember, findMember, lockCouncil } from '../store.ts';

/** Names the last day of a member. What they have not finished goes to others once they are out. Answers with the council's id. */
export async function endCouncilMember(
	ctx: Ctx,
	{ id, lastDay }: { id: string; lastDay: string }
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const member = (await findMember(tx, id)) ?? missing('member');
		const council = await enterCouncil(tx, ctx, member.councilId);
		await lockCouncil(tx, council.id);
		if (lastDay < member.from) faulty('council.days_backwards', { field: 'lastDay' });
		if (!(await endMember(tx, id, lastDay))) conflict('council');
		if (lastDay < today(ctx.now)) await reassign(tx, ctx, council);
		const { personId } = member;
		await record(tx, ctx, 'council.member_ended', { id: council.id }, { personId, lastDay });
		return council.id;
	});
}
