export * from './decisions.ts';
