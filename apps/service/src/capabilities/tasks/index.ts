export { progressOf, type TaskProgress } from './progress.ts';
export { submissionsOf } from './store.ts';
