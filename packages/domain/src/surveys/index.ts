export { followUpDay, followUpForm, IN_USE, USE_QUESTION } from './follow-up.ts';
export { summarise, type QuestionSummary } from './summary.ts';
