export { enrolmentFiles, ownRoomFiles } from './store.ts';
