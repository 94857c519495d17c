export * from './actions.ts';
export * from './events.ts';
export * from './frames.ts';
export * from './messages.ts';
export * from './moderation.ts';
export * from './rooms.ts';
