export { begin, step, type Client, type Heard, type Said, type Snapshot } from './client.ts';
export { shown, type Page, type Want } from './client-pages.ts';
export {
	acknowledge,
	discard,
	nextToSend,
	queue,
	reject,
	retry,
	settle,
	withPending,
	type Outbox,
	type Pending
} from './outbox.ts';
export { reachable } from './reach.ts';
export { recovered, type History } from './recovery.ts';
export { mayChange, mayPost, unread, type PostRefusal } from './rights.ts';
export { apply, applyAll, type ChatEvent, type Message, type Room } from './room.ts';
