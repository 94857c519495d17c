import { CONFERENCE_STAGES, REACTION_NAMES } from '@stazhirovka/domain/chat';
import { z } from 'zod';
import { Id, Moment, Person } from '../words.ts';

const Seq = z.int().min(1);

/** What a card in the chat shows; the whole card opens by its place. */
export const ChatCard = z.object({
	kind: z.enum(['effectiveness_card', 'final_work']),
	title: z.string(),
	/** What came out of it, in one line: read at once, before the lines. */
	result: z.string().nullable().default(null),
	lines: z.array(z.string()),
	place: z.string().nullable()
});
export type ChatCard = z.infer<typeof ChatCard>;

const Shown = { title: z.string(), place: z.string() };

/** What a message is about; `place` is an address of the web app that leads whoever follows it to his own page of it. */
export const Subject = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('task'), key: z.string(), ...Shown }),
	z.object({ kind: z.literal('submission'), id: Id, version: z.int(), ...Shown }),
	z.object({ kind: z.literal('criterion'), key: z.string(), number: z.int(), ...Shown }),
	z.object({ kind: z.literal('deficit'), key: z.string(), ...Shown }),
	z.object({ kind: z.literal('event'), id: Id, ...Shown }),
	z.object({ kind: z.literal('consultation'), id: Id, ...Shown })
]);
export type Subject = z.infer<typeof Subject>;

export const ReactionName = z.enum(REACTION_NAMES);

const Remark = z.object({ id: Id, submissionId: Id, version: z.int(), title: z.string() });
const Removal = z.object({ by: z.enum(['author', 'moderator']), reason: z.string().nullable() });

/** Until when somebody says nothing in a room, and why. */
export const Silence = z.object({ until: Moment, reason: z.string() });

const Speech = z.object({ personId: Id, title: z.string() });
const arrangement = { startsAt: Moment, minutes: z.int(), programme: z.array(Speech) };

/** Whose turn it is in a chat-conference (R62). People are named by their ids; their names are in the room. */
export const Conference = z.object({
	stage: z.enum(CONFERENCE_STAGES),
	...arrangement,
	/** Places of the programme whose turn has come, in that order. */
	heard: z.array(z.int()),
	/** `speech`: the place in the programme; null for a question or an answer. */
	floor: z.object({ personId: Id, speech: z.int().nullable(), since: Moment }).nullable(),
	/** Who asked for the floor, in the order of asking. */
	hands: z.array(Id)
});
export type Conference = z.infer<typeof Conference>;

const posted = {
	seq: Seq,
	clientId: Id,
	author: Person,
	text: z.string(),
	files: z.array(z.object({ id: Id, name: z.string(), size: z.int(), mime: z.string() })),
	subject: Subject.nullable(),
	card: ChatCard.nullable(),
	/** The root of its thread. */
	replyTo: z.int().nullable(),
	/** Ids of the people whom it calls. */
	mentions: z.array(Id),
	at: Moment
};

/** A message as it stands now. */
export const Message = z.object({
	...posted,
	editedAt: Moment.nullable(),
	removedAt: Moment.nullable(),
	removal: Removal.nullable(),
	reactions: z.array(z.object({ name: ReactionName, by: z.array(Id) })),
	replies: z.object({ count: z.int(), last: z.int().nullable() }),
	remarks: z.array(Remark)
});
export type Message = z.infer<typeof Message>;

function happened<const Type extends string, Facts extends z.ZodRawShape>(type: Type, facts: Facts) {
	return z.object({
		type: z.literal(type),
		seq: Seq,
		clientId: Id,
		author: Person,
		at: Moment,
		...facts
	});
}

const meant = { message: Seq };

/**
 * One thing that happened in a room. Live and replayed events are the same (C6), but that words which were edited or
 * removed since are told as they stand now.
 */
export const RoomEvent = z.discriminatedUnion('type', [
	z.object({ type: z.literal('message.posted'), ...posted }),
	happened('message.edited', { ...meant, text: z.string(), mentions: z.array(Id) }),
	happened('message.removed', { ...meant, ...Removal.shape }),
	happened('reaction.added', { ...meant, name: ReactionName }),
	happened('reaction.removed', { ...meant, name: ReactionName }),
	happened('message.pinned', meant),
	happened('message.unpinned', meant),
	happened('member.joined', { member: Person }),
	happened('member.left', { member: Person }),
	happened('room.closed', { reason: z.string() }),
	happened('room.reopened', {}),
	happened('room.slowed', { seconds: z.int() }),
	happened('member.silenced', { personId: Id, ...Silence.shape }),
	happened('member.unsilenced', { personId: Id }),
	happened('remark.linked', { ...meant, remark: Remark }),
	happened('conference.arranged', arrangement),
	happened('conference.opened', {}),
	happened('questions.opened', {}),
	happened('conference.closed', {}),
	happened('conference.cancelled', { reason: z.string() }),
	happened('floor.asked', {}),
	happened('floor.waived', {}),
	happened('floor.returned', {}),
	happened('floor.given', { personId: Id, speech: z.int().nullable() })
]);
export type RoomEvent = z.infer<typeof RoomEvent>;
