export * from './approval-link.ts';
export * from './draft.ts';
export * from './masters.ts';
export * from './moves.ts';
export * from './papers.ts';
export * from './sharing.ts';
export * from './step.ts';
