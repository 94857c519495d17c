export * from './person.ts';
export * from './file.ts';
