export * from './cohort.ts';
export * from './person.ts';
