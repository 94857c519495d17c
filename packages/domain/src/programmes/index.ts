export * from './document.ts';
export * from './rules.ts';
