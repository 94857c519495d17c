export { countSchools, schoolsTogether } from './figures.ts';
export type { SchoolsAsked } from './figures-queries.ts';
export { changesAt, eventsAt, listedSchools } from './records-queries.ts';
