export * from './acts.ts';
export * from './decisions.ts';
export * from './leaders.ts';
export * from './network.ts';
export * from './organisations.ts';
export * from './outside.ts';
export * from './register.ts';
export * from './scans.ts';
