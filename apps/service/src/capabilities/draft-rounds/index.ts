export { keepDraftRounds } from './keeping.ts';
export { filesOfDrafts } from './queries.ts';
