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
	/** By a moderator: for so many minutes a person reads and says nothing. */
	| { do: 'silence'; person: string; minutes: number; reason: string }
	| { do: 'unsilence'; person: string }
	| ConferenceAction;

/** The choices of slow mode, in seconds. */
export const SLOW_SECONDS = [0, 10, 30, 60, 300, 900] as const;

/** For how long somebody may be silenced, in minutes: an hour, a day, three days, a week. */
export const SILENCE_MINUTES = [60, 1440, 4320, 10080] as const;
