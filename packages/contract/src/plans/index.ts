export * from './calendar.ts';
export * from './plan.ts';
export * from './row.ts';
export * from './rows.ts';
