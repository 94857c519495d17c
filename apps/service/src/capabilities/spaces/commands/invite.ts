import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { hashOf, newToken } from '../../../shell/token.ts';
import { enterToModerate } from '../access.ts';
import { changeSpace } from '../store.ts';

/** Makes a link for people of other sites of the region; the one before it stops working. It is told only now. */
export async function invite(ctx: Ctx, roomId: string): Promise<string> {
	const token = newToken();
	await ctx.db.transaction(async (tx) => {
		const { space, closedAt } = await enterToModerate(tx, ctx, roomId);
		if (space.admits !== 'region') fail('refused', 'space.not_by_link');
		if (closedAt) fail('refused', 'space.closed');
		await changeSpace(tx, space.id, { inviteHash: hashOf(token) });
		await record(tx, ctx, 'space.invitation_opened', { id: space.id });
	});
	return `${ctx.origin}/chat/join/${token}`;
}

/** Takes the link back; who came in by it stays. */
export async function closeInvitation(ctx: Ctx, roomId: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { space } = await enterToModerate(tx, ctx, roomId);
		await changeSpace(tx, space.id, { inviteHash: null });
		await record(tx, ctx, 'space.invitation_closed', { id: space.id });
	});
}
