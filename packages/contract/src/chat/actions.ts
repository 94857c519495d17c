import {
	LONGEST_MESSAGE,
	MOST_FILES,
	MOST_MENTIONS,
	SILENCE_MINUTES,
	SLOW_SECONDS
} from '@stazhirovka/domain/chat';
import { z } from 'zod';
import { Id, text } from '../words.ts';
import { ReactionName } from './events.ts';

const Key = text(100, 1);

/** Names what a message is about; the service finds its title, and only among what the people of the room may see. */
export const SubjectRef = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('task'), key: Key }),
	z.object({ kind: z.literal('submission'), id: Id, version: z.int().min(1) }),
	z.object({ kind: z.literal('criterion'), key: Key, number: z.int().min(1) }),
	z.object({ kind: z.literal('deficit'), key: Key }),
	z.object({ kind: z.literal('event'), id: Id }),
	z.object({ kind: z.literal('consultation'), id: Id })
]);
export type SubjectRef = z.infer<typeof SubjectRef>;

const Mentions = z.array(Id).max(MOST_MENTIONS).default([]);
const Reason = text(500, 1);

/** The body of a new message. */
export const NewMessage = z.object({
	clientId: Id,
	text: text(LONGEST_MESSAGE),
	fileIds: z.array(Id).max(MOST_FILES).default([]),
	/** The short way to a subject of kind `task`. */
	task: text(100).nullable().default(null),
	subject: SubjectRef.nullable().default(null),
	/** The message that it answers; one that answers another stands in the same thread. */
	replyTo: z.int().min(1).nullable().default(null),
	mentions: Mentions
});
export type NewMessage = z.input<typeof NewMessage>;

const meant = { message: z.int().min(1) };

/** What a person may do in a room besides posting; `message` is the `seq` of the message meant. */
export const RoomAction = z.discriminatedUnion('do', [
	z.object({ do: z.literal('edit'), ...meant, text: text(LONGEST_MESSAGE), mentions: Mentions }),
	z.object({ do: z.literal('remove'), ...meant }),
	z.object({ do: z.literal('hide'), ...meant, reason: Reason }),
	z.object({ do: z.literal('react'), ...meant, name: ReactionName }),
	z.object({ do: z.literal('unreact'), ...meant, name: ReactionName }),
	z.object({ do: z.literal('pin'), ...meant }),
	z.object({ do: z.literal('unpin'), ...meant }),
	z.object({ do: z.literal('remark'), ...meant, submissionId: Id, version: z.int().min(1) }),
	z.object({ do: z.literal('close'), reason: Reason }),
	z.object({ do: z.literal('reopen') }),
	z.object({ do: z.literal('slow'), seconds: z.literal([...SLOW_SECONDS]) }),
	z.object({
		do: z.literal('silence'),
		person: Id,
		minutes: z.literal([...SILENCE_MINUTES]),
		reason: Reason
	}),
	z.object({ do: z.literal('unsilence'), person: Id }),
	z.object({ do: z.literal('open_conference') }),
	z.object({ do: z.literal('open_questions') }),
	z.object({ do: z.literal('end_conference') }),
	z.object({ do: z.literal('cancel_conference'), reason: Reason }),
	z.object({ do: z.literal('ask_floor') }),
	z.object({ do: z.literal('waive_floor') }),
	z.object({ do: z.literal('return_floor') }),
	/** `speech`: the place in the programme; null for a question or an answer. */
	z.object({ do: z.literal('give_floor'), personId: Id, speech: z.int().min(0).nullable() })
]);
export type RoomAction = z.infer<typeof RoomAction>;
