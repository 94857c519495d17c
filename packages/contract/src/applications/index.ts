export * from './application.ts';
export * from './keeping.ts';
export * from './returns.ts';
export type { ApplicationLine } from './words.ts';
