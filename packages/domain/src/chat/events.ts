import type { Arrangement } from './conference.ts';
import type { ReactionName } from './reactions.ts';
import type { Subject } from './subject.ts';

export type Person = { id: string; fullName: string; shortName: string };

/** What a card in the chat shows; the whole card opens by its place. */
export type Card = {
	kind: 'effectiveness_card' | 'final_work';
	title: string;
	/** What came out of it, in one line. */
	result: string | null;
	lines: string[];
	place: string | null;
};

/** Where a message went on to live as the tutor's remark on a submission. */
export type Remark = { id: string; submissionId: string; version: number; title: string };

export type Posted = {
	/** Place in the room's one sequence; names the message for ever. */
	seq: number;
	/** Made by the author's client before sending. */
	clientId: string;
	author: Person;
	text: string;
	files: { id: string; name: string; size: number; mime: string }[];
	/** What of the work it is about. */
	subject: Subject | null;
	card: Card | null;
	/** The root of the thread that it belongs to; null: it stands in the room itself. */
	replyTo: number | null;
	/** Ids of the people it calls. */
	mentions: string[];
	/** The database's clock; for showing only, order is by `seq` (C10). */
	at: string;
};

/** By whom words were taken away; a moderator says why. */
export type Removal = { by: 'author' | 'moderator'; reason: string | null };

/** Until when somebody says nothing, and why. */
export type Silence = { until: string; reason: string };

type Happened<Type extends string, Facts> = {
	type: Type;
	seq: number;
	/** Made by the client that asked for it: the same id is stored once, for ever (C2). */
	clientId: string;
	/** Who did it. */
	author: Person;
	at: string;
} & Facts;

/** Everything that happens in a room, in one gapless sequence (C4). `message` is the `seq` of the message meant. */
export type ChatEvent =
	| ({ type: 'message.posted' } & Posted)
	| Happened<'message.edited', { message: number; text: string; mentions: string[] }>
	| Happened<'message.removed', { message: number } & Removal>
	| Happened<'reaction.added' | 'reaction.removed', { message: number; name: ReactionName }>
	| Happened<'message.pinned' | 'message.unpinned', { message: number }>
	| Happened<'member.joined' | 'member.left', { member: Person }>
	| Happened<'room.closed', { reason: string }>
	| Happened<'room.reopened', Record<never, never>>
	/** Seconds that must pass between two messages of one person; 0 ends it. */
	| Happened<'room.slowed', { seconds: number }>
	/** Says nothing here until then. */
	| Happened<'member.silenced', { personId: string } & Silence>
	| Happened<'member.unsilenced', { personId: string }>
	| Happened<'remark.linked', { message: number; remark: Remark }>
	| Happened<'conference.arranged', Arrangement>
	| Happened<
			| 'conference.opened'
			| 'questions.opened'
			| 'conference.closed'
			| 'floor.asked'
			| 'floor.waived'
			| 'floor.returned',
			Record<never, never>
	  >
	| Happened<'conference.cancelled', { reason: string }>
	/** `speech`: its place in the programme; null for a question or an answer. */
	| Happened<'floor.given', { personId: string; speech: number | null }>;

export const CHAT_EVENT_TYPES = [
	'message.posted',
	'message.edited',
	'message.removed',
	'reaction.added',
	'reaction.removed',
	'message.pinned',
	'message.unpinned',
	'member.joined',
	'member.left',
	'room.closed',
	'room.reopened',
	'room.slowed',
	'member.silenced',
	'member.unsilenced',
	'remark.linked',
	'conference.arranged',
	'conference.opened',
	'questions.opened',
	'conference.closed',
	'conference.cancelled',
	'floor.asked',
	'floor.waived',
	'floor.returned',
	'floor.given'
] as const satisfies ChatEvent['type'][];
export type ChatEventType = (typeof CHAT_EVENT_TYPES)[number];
