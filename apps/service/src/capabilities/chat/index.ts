export { belonging } from './belonging-queries.ts';
export { postTemplate } from './post.ts';
export { unreadPrivateThreads } from './queries.ts';
export {
	addMember,
	ensureCohortRoom,
	ensurePrivateRooms,
	ensureWorkRoom,
	enterRoom,
	expelMember,
	joinWorkRooms,
	leaveCohortRooms,
	leaveWorkRooms,
	postGroupCard,
	removeMember,
	roomIds
} from './rooms.ts';
export { letModerate, lockRoom } from './site-rooms-store.ts';
export { openGroupRoom, openStaffRoom, settleSiteRooms } from './site-rooms.ts';
export { eventsOf, messagesBetween } from './log.ts';
export { makeSpaceRoom } from './space-rooms.ts';
export { keepTurn } from './turning.ts';
export { lockConference } from './conference-store.ts';
export { respondersOf, turnsOpen, turnsSaid, type TurnRow } from './turns-queries.ts';
export { enterWords } from './words-store.ts';
