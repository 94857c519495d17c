export * from './me.ts';
export * from './consents.ts';
export * from './sign-in.ts';
export * from './demonstration.ts';
export * from './profile.ts';
