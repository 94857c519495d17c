export { CARDS, GROUP_CARDS } from './doors.ts';
export { guardPrivacy, handIn, readSheet, reopen, saveDraft, sheetOf } from './sheet.ts';
export { findAnswer } from './store.ts';
