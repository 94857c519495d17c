export * from './cohort.ts';
export * from './enrolment.ts';
export * from './path.ts';
export * from './first-module.ts';
