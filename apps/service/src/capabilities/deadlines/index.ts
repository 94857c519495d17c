export { lastDayInPerson } from './queries.ts';
export { deadlinesOf, putDeadlines } from './store.ts';
export { workCalendarOf } from './work-days.ts';
