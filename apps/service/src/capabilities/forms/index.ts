export { CARDS, GROUP_CARDS } from './doors.ts';
export { guardPrivacy, handIn, readSheet, reopen, saveDraft, sheetOf, type Sheet } from './sheet.ts';
export { answersOfEnrolment, findAnswer } from './store.ts';
