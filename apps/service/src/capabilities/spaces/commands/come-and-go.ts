import { ROOM_RULES } from '@stazhirovka/domain/chat';
import type { Ctx } from '../../../shell/context.ts';
import { allow, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { hashOf } from '../../../shell/token.ts';
import { addMember, enterRoom, expelMember, removeMember } from '../../chat/index.ts';
import { admits, asking, enterToModerate } from '../access.ts';
import { spaceBy } from '../queries.ts';

type Visitor = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Comes in (R62); who is in already stays. One who may not is told that there is nothing. */
export async function joinSpace(ctx: Visitor, { id, token }: { id: string; token: string }): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const found = (await spaceBy(tx, asking(ctx), { id })) ?? missing('space');
		if (found.joined) return found.roomId;
		const hasLink = token !== '' && found.space.inviteHash === hashOf(token);
		if (!admits(found, hasLink)) return missing('space');
		if (found.closedAt) return fail('refused', 'space.closed');
		if (found.barred) return fail('refused', 'space.barred');

		await addMember(tx, found.roomId, ctx.actor.personId);
		await record(tx, ctx, 'space.joined', { id }, { roomId: found.roomId });
		return found.roomId;
	});
}

/** Goes out of a room into which people come by themselves; a moderator who is alone at it stays. */
export async function leaveSpace(ctx: Visitor, roomId: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { kind, moderates, closedAt } = await enterRoom(tx, ctx.actor, roomId);
		allow(ROOM_RULES[kind].people === 'joined');
		if (moderates && closedAt === null) fail('refused', 'space.moderator_stays');
		await removeMember(tx, roomId, ctx.actor.personId);
		await record(tx, ctx, 'space.left', { id: roomId });
	});
}

/** Takes somebody else out. */
export async function excludeMember(
	ctx: Visitor,
	{ id: roomId, person }: { id: string; person: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterToModerate(tx, ctx, roomId);
		if (person === ctx.actor.personId) fail('refused', 'space.moderator_stays');
		await expelMember(tx, roomId, person);
		await record(tx, ctx, 'space.member_excluded', { id: roomId }, { personId: person });
	});
}
