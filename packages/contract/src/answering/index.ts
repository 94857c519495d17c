export * from './digest.ts';
export * from './helping.ts';
export * from './questions.ts';
