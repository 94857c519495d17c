export { lastActivity } from './queries.ts';
export { rulesOf } from './store.ts';
export { watch } from './watching.ts';
