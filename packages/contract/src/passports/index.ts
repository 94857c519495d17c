export * from './catalogue.ts';
export * from './desk.ts';
export * from './items.ts';
export * from './published.ts';
