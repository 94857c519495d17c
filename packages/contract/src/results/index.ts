export * from './agreement.ts';
export * from './appeals.ts';
export * from './feedback.ts';
export * from './recommendations.ts';
export * from './presentations.ts';
