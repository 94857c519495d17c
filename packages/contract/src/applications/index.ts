export * from './application.ts';
export * from './keeping.ts';
export type { ApplicationLine } from './words.ts';
