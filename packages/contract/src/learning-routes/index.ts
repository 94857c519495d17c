export * from './keeping.ts';
export * from './route.ts';
export * from './versions.ts';
