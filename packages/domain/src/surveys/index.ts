export { followUpDay, followUpForm } from './follow-up.ts';
export { summarise, type QuestionSummary } from './summary.ts';
