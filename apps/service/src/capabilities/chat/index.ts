export { unreadPrivateThreads } from './queries.ts';
export {
	addMember,
	ensureCohortRoom,
	ensurePrivateRoom,
	ensureWorkRoom,
	enterRoom,
	joinWorkRooms,
	leaveCohortRooms,
	postGroupCard,
	removeMember,
	roomIds
} from './rooms.ts';
export { respondersOf, turnsOpen, turnsSaid, type TurnRow } from './turns-queries.ts';
