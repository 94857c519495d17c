import type { SubjectRef } from '@stazhirovka/contract/chat';
import type { Message, Person } from '@stazhirovka/domain/chat';

/** What stands beside the conversation; on a phone, over it. */
export type Panel =
	| { kind: 'thread'; root: number }
	| { kind: 'pinned' | 'people' | 'conference' | 'topics' };
/** What is asked before something that cannot be taken back, or that needs a reason. */
export type Question =
	| { kind: 'remove' | 'hide' | 'report' | 'history'; message: Message }
	| { kind: 'silence'; person: Person }
	| {
			kind:
				| 'close'
				| 'date'
				| 'keys'
				| 'settings'
				| 'open_conference'
				| 'end_conference'
				| 'cancel_conference';
	  };
/** What a message will be about when it is sent. */
export type About = { ref: SubjectRef; title: string };
