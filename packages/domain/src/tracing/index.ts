export { groupTraces, type GroupTrace, type TracedPerson } from './group.ts';
export { tasksFor, type AnsweringTask } from './person.ts';
