export { filesOfAnswer } from './queries.ts';
export { sendFile, type KeptFile } from './sending.ts';
export { ownRoomFiles } from './store.ts';
