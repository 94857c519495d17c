import type { ConferenceAction } from './conference.ts';
import type { ReactionName } from './reactions.ts';

/** What a person may do in a room besides posting. `message` is the `seq` of the message meant. */
export type ChatAction =
	| { do: 'edit'; message: number; text: string; mentions: string[] }
	| { do: 'remove'; message: number }
	/** By a moderator: the words go, the place and the reason stay. */
	| { do: 'hide'; message: number; reason: string }
	| { do: 'react' | 'unreact'; message: number; name: ReactionName }
	| { do: 'pin' | 'unpin'; message: number }
	/** Makes the message the tutor's remark on a version of a submission. */
	| { do: 'remark'; message: number; submissionId: string; version: number }
	| { do: 'close'; reason: string }
	| { do: 'reopen' }
	| { do: 'slow'; seconds: number }
	| ConferenceAction;

/** The choices of slow mode, in seconds. */
export const SLOW_SECONDS = [0, 10, 30, 60, 300, 900] as const;
