export { JOURNAL_KINDS, type JournalKind } from './kinds.ts';
export { isReason, LEAST_REASON } from './reason.ts';
