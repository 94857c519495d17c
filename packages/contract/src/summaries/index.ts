export * from './definition.ts';
export * from './exports.ts';
export * from './keeping.ts';
export * from './table.ts';
