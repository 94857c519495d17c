export { SILENCE_MINUTES, SLOW_SECONDS, type ChatAction } from './actions.ts';
export {
	CHAT_EVENT_TYPES,
	type Card,
	type ChatEvent,
	type ChatEventType,
	type Person,
	type Posted,
	type Remark,
	type Removal,
	type Silence
} from './events.ts';
export {
	CONFERENCE_STAGES,
	isRunning,
	LONGEST_CONFERENCE_MINUTES,
	mayArrange,
	maySpeak,
	MOST_SPEECHES,
	nextSpeech,
	takeTurn,
	turned,
	withoutPerson,
	type Arrangement,
	type Conference,
	type ConferenceAction,
	type ConferenceStage,
	type Speech,
	type Turn
} from './conference.ts';
export { meetingFaults, spaceFaults, type Announced, type Meeting, type SpaceFault } from './announcing.ts';
export { courseOf, type Course, type TurnTaken } from './turns-taken.ts';
export { begin, step } from './client.ts';
export type { Client, Heard, Said, Snapshot } from './client-state.ts';
export { shown } from './client-pages.ts';
export type { Page, Want } from './client-state.ts';
export type { Thread } from './client-state.ts';
export {
	acknowledge,
	discard,
	nextToSend,
	queue,
	reject,
	retry,
	settle,
	type Outbox,
	type Pending,
	type Words
} from './outbox.ts';
export { reachable } from './reach.ts';
export { REACTION_NAMES, REACTIONS, type Reaction, type ReactionName } from './reactions.ts';
export { recovered, type History } from './recovery.ts';
export {
	LONGEST_MESSAGE,
	mayActOn,
	mayActOnRoom,
	mayChange,
	mayEdit,
	mayHide,
	mayPin,
	mayPost,
	mayReact,
	mayRemove,
	MOST_FILES,
	MOST_MENTIONS,
	MOST_PINNED,
	SMALL_ROOM,
	unread,
	type ActRefusal,
	type Meant,
	type PostRefusal,
	type Standing
} from './rights.ts';
export {
	apply,
	applyAll,
	EMPTY_ROOM,
	freshMessage,
	silenceOf,
	inOrder,
	WITHOUT_WORDS,
	type Message,
	type Room
} from './room.ts';
export {
	ADMISSIONS,
	mayJoin,
	ROOM_KINDS,
	ROOM_RULES,
	SPACE_KINDS,
	type Admission,
	type RoomKind,
	type SpaceKind
} from './room-kinds.ts';
export { SUBJECT_KINDS, subjectIn, subjectKey, type Subject, type SubjectRef } from './subject.ts';
