import { ROOM_RULES } from '@stazhirovka/domain/chat';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { allow, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { hashOf } from '../../../shell/token.ts';
import { addMember, enterRoom, expelMember, letModerate, lockRoom, removeMember } from '../../chat/index.ts';
import { admits, asking, enterToModerate } from '../access.ts';
import { roomPeople, spaceBy } from '../queries.ts';

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

/** Goes out of a room into which people come by themselves; of an open room the last moderator stays. */
export async function leaveSpace(ctx: Visitor, roomId: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await lockRoom(tx, roomId);
		const { kind, moderates, closedAt } = await enterRoom(tx, ctx.actor, roomId);
		allow(ROOM_RULES[kind].people === 'joined');
		const others = (await moderatorsOf(tx, roomId)).filter((id) => id !== ctx.actor.personId);
		if (moderates && closedAt === null && others.length === 0) fail('refused', 'space.moderator_stays');
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

/** Makes somebody of the room a moderator too: who has done it may then go. */
export async function shareModeration(
	ctx: Visitor,
	{ id: roomId, person }: { id: string; person: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await lockRoom(tx, roomId);
		await enterToModerate(tx, ctx, roomId);
		if (!(await roomPeople(tx, roomId)).some(({ id }) => id === person)) return missing('person');
		await letModerate(tx, roomId, [...(await moderatorsOf(tx, roomId)), person]);
		await record(tx, ctx, 'space.moderator_added', { id: roomId }, { personId: person });
	});
}

async function moderatorsOf(tx: Tx, roomId: string): Promise<string[]> {
	return (await roomPeople(tx, roomId)).filter(({ moderates }) => moderates).map(({ id }) => id);
}
