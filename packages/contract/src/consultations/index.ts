export * from './booking.ts';
export * from './calendar.ts';
export * from './hosting.ts';
export * from './words.ts';
