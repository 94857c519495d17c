export * from './definition.ts';
export type { Mode } from './checks/check.ts';
export { datesAhead } from './ahead.ts';
export { blankAnswer } from './blank.ts';
export { CEILINGS } from './limits.ts';
export { guardedTexts, type GuardedText } from './guarded.ts';
export { privacyWarnings, type PrivacyWarning } from './privacy/warnings.ts';
export { progress, unanswered } from './progress.ts';
export { fieldsOf, validate } from './validate.ts';
