export { ownRoomFiles } from './store.ts';
