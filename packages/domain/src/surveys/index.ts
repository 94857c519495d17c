export { summarise, type QuestionSummary } from './summary.ts';
