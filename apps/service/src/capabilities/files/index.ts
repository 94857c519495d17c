export { cleanCopiesOf } from './cleaning/copies.ts';
export { isCleanable } from './cleaning/clean.ts';
export { tidyUploads } from './commands/resume-upload.ts';
export { LARGEST_FILE } from './kinds.ts';
export { cleanName, disposition, extensionOf } from './name.ts';
export { filesOfAnswer } from './queries.ts';
export { sendBytes, sendFile, type KeptFile } from './sending.ts';
export { openKept } from './vault.ts';
export { filesByIds, hangOnAct, ownRoomFiles } from './store.ts';
