export { unreadPrivateThreads } from './queries.ts';
export {
	addMember,
	ensureCohortRoom,
	ensurePrivateRoom,
	ensureWorkRoom,
	enterRoom,
	postGroupCard,
	removeMember,
	roomIds
} from './rooms.ts';
