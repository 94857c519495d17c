export * from './papers.ts';
export * from './spaces.ts';
