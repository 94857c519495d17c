import type { RoomAction } from '@stazhirovka/contract/chat';
import type { Database, Tx } from '@stazhirovka/db';
import {
	mayActOn,
	mayActOnRoom,
	type ChatEventType,
	type ConferenceAction,
	type Remark,
	type Standing
} from '@stazhirovka/domain/chat';
import { storedAt } from '../../../shell/clock.ts';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { addRemark } from '../../tasks/index.ts';
import { append, databaseNow } from '../append-store.ts';
import { findStored, membersAmong } from '../members-queries.ts';
import { countPinned, findMessage, type MessageRow } from '../message-queries.ts';
import type { NewEvent } from '../new-event.ts';
import { hashOf, placeOf } from '../post.ts';
import { findMyRoom, type MyRoom } from '../queries.ts';
import { standingIn } from '../reading.ts';
import { settleReports } from '../reports-store.ts';
import { enterRoom } from '../rooms.ts';
import { confer, isTurn } from './confer.ts';

type Asking = Pick<Ctx, 'db' | 'actor' | 'now' | 'origin'>;
export type Acting = { roomId: string; clientId: string; action: RoomAction };
type Facts = Pick<NewEvent, 'type' | 'body' | 'demands'>;

/**
 * Everything that people do in a room besides posting. Answers with the place of the event, after COMMIT (C1); the same
 * client id again gives the same place, whatever the room has become since (C2).
 */
export async function act(ctx: Asking, { roomId, clientId, action }: Acting): Promise<number> {
	const room = await enterRoom(ctx.db, ctx.actor, roomId);
	const event = { roomId, clientId, authorId: ctx.actor.personId, hash: hashOf(action), at: storedAt(ctx) };
	const stored = await findStored(ctx.db, event);
	if (stored) return placeOf({ word: 'stored', wait: null, ...stored }, event);

	const standing = standingIn(room, ctx.actor.personId);
	if (isTurn(action)) return confer(ctx, { roomId, clientId, action });
	if (!('message' in action)) {
		const other = 'person' in action ? await memberIn(ctx.db, roomId, action.person) : undefined;
		settle(mayActOnRoom(action, standing, other));
		const at = event.at ?? (action.do === 'silence' ? await databaseNow(ctx.db) : null);
		return decide(ctx, room, { ...event, ...roomFacts(action, at), message: null });
	}
	const meant = await allowed(ctx, room, standing, action);
	const { message } = action;
	if (action.do === 'remark') return remark(ctx, room, { ...event, message }, { action, meant });
	const facts = await messageFacts(ctx.db, roomId, standing, action);
	if (action.do === 'hide') return decide(ctx, room, { ...event, ...facts, message });
	return placeOf(await stores(ctx.db, { ...event, ...facts, message }), event);
}

async function allowed(
	{ db }: Asking,
	{ id }: MyRoom,
	standing: Standing,
	action: Extract<RoomAction, { message: number }>
): Promise<MessageRow> {
	const [row, pinned] = await Promise.all([
		findMessage(db, id, action.message),
		action.do === 'pin' ? countPinned(db, id) : 0
	]);
	const { author, removedAt, ...rest } = row ?? missing('message');
	const person = { id: author.id, fullName: '', shortName: '' };
	const words = { ...rest, author: person, removedAt: removedAt?.toISOString() ?? null };
	settle(mayActOn(words, action, standing, { pinned }));
	return { author, removedAt, ...rest };
}

type OnRoom = Exclude<RoomAction, { message: number } | ConferenceAction>;

/** `at` is known where something ends by the clock. */
function roomFacts(action: OnRoom, at: Date | null): Facts {
	const demands = { moderator: true };
	switch (action.do) {
		case 'close':
			return { type: 'room.closed', body: { reason: action.reason }, demands };
		case 'reopen':
			return { type: 'room.reopened', body: {}, demands };
		case 'slow':
			return { type: 'room.slowed', body: { seconds: action.seconds }, demands };
		case 'silence': {
			const until = new Date(Number(at) + action.minutes * 60_000).toISOString();
			const body = { personId: action.person, until, reason: action.reason };
			return { type: 'member.silenced', body, demands };
		}
		case 'unsilence':
			return { type: 'member.unsilenced', body: { personId: action.person }, demands };
	}
}

type OnMessage = Exclude<Extract<RoomAction, { message: number }>, { do: 'remark' }>;

async function messageFacts(
	db: Database,
	roomId: string,
	{ isPrivate }: Standing,
	action: OnMessage
): Promise<Facts> {
	const own = { open: true, own: true };
	switch (action.do) {
		case 'edit': {
			const mentions = await membersAmong(db, roomId, action.mentions);
			return { type: 'message.edited', body: { text: action.text, mentions }, demands: own };
		}
		case 'remove':
			return { type: 'message.removed', body: { by: 'author', reason: null }, demands: own };
		case 'hide': {
			const body = { by: 'moderator', reason: action.reason };
			return { type: 'message.removed', body, demands: { moderator: true } };
		}
		case 'react':
			return { type: 'reaction.added', body: { name: action.name }, demands: { open: true } };
		case 'unreact':
			return { type: 'reaction.removed', body: { name: action.name }, demands: { open: true } };
		case 'pin':
			return { type: 'message.pinned', body: {}, demands: { moderator: !isPrivate } };
		case 'unpin':
			return { type: 'message.unpinned', body: {}, demands: { moderator: !isPrivate } };
	}
}

/** Of the person meant, whether he moderates the room; somebody who is not in it is not there. */
async function memberIn(db: Database, roomId: string, personId: string) {
	const { moderates } = (await findMyRoom(db, personId, roomId)) ?? missing('member');
	return { moderates };
}

async function stores(db: Database | Tx, event: NewEvent) {
	const [verdict] = await append(db, [event]);
	return verdict;
}

const DECISIONS: Partial<
	Record<
		ChatEventType,
		`room.${'closed' | 'reopened' | 'slowed'}` | `member.${'silenced' | 'unsilenced'}` | 'message.hidden'
	>
> = {
	'room.closed': 'room.closed',
	'room.reopened': 'room.reopened',
	'room.slowed': 'room.slowed',
	'member.silenced': 'member.silenced',
	'member.unsilenced': 'member.unsilenced',
	'message.removed': 'message.hidden'
};

/** What a moderator decides is written to the journal with it; what was reported is settled by hiding it. */
async function decide(ctx: Asking, { id, cohortId }: MyRoom, event: NewEvent): Promise<number> {
	return ctx.db.transaction(async (tx) => {
		const seq = placeOf(await stores(tx, event), event);
		const { message, body } = event;
		const kind = DECISIONS[event.type];
		if (kind) await record(tx, ctx, kind, { id, cohortId }, { ...body, ...(message && { message }), seq });
		if (event.type === 'message.removed' && message !== null) {
			const by = { personId: ctx.actor.personId, at: ctx.now() };
			await settleReports(tx, { roomId: id, message }, by);
		}
		return seq;
	});
}

type Linking = { action: Extract<RoomAction, { do: 'remark' }>; meant: MessageRow };

/** The message is kept as the tutor's remark on the version; each side then leads to the other. */
async function remark(
	ctx: Asking,
	{ id: roomId, cohortId }: MyRoom,
	event: Omit<NewEvent, 'type' | 'body' | 'demands'> & { message: number },
	{ action, meant }: Linking
): Promise<number> {
	return ctx.db.transaction(async (tx) => {
		const { submissionId: id, version } = action;
		const said = { id, version, text: meant.text, roomId, message: event.message };
		const made: Remark = await addRemark(tx, ctx, said);
		const demands = { moderator: true, own: true };
		const linking: NewEvent = { ...event, type: 'remark.linked', body: { remark: made }, demands };
		const seq = placeOf(await stores(tx, linking), linking);
		await record(
			tx,
			ctx,
			'task.remarked',
			{ id, cohortId },
			{ version, room: roomId, message: event.message }
		);
		return seq;
	});
}
