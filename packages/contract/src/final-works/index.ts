export * from './allocation.ts';
export * from './allocation-people.ts';
export * from './results.ts';
export * from './works.ts';
export * from './administration.ts';
export * from './reviews.ts';
export * from './board.ts';
