export * from './admission.ts';
export * from './cohort.ts';
export * from './enrolment.ts';
export * from './group-list.ts';
export * from './head.ts';
export * from './path.ts';
export * from './first-module.ts';
