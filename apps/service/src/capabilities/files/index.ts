export { cleanName } from './name.ts';
export { filesOfAnswer } from './queries.ts';
export { sendBytes, sendFile, type KeptFile } from './sending.ts';
export { filesByIds, hangOnAct, ownRoomFiles } from './store.ts';
