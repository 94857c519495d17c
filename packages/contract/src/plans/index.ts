export * from './calendar.ts';
export * from './plan.ts';
export * from './plan-desk.ts';
export * from './report-desk.ts';
export * from './report-moves.ts';
export * from './reports.ts';
export * from './row.ts';
export * from './rows.ts';
