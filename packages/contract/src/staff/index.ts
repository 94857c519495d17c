export * from './sites.ts';
export * from './people.ts';
export * from './groups.ts';
export * from './support.ts';
