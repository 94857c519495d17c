export * from './appeals.ts';
export * from './recommendations.ts';
