export { progressOf, type TaskProgress } from './progress.ts';
export { submissionsOf, type SentTask } from './store.ts';
