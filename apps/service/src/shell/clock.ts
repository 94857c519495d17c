import type { Ctx } from './context.ts';

/** The clock of a process in service; whoever gives another one (a test, the demonstration) means it. */
export const systemClock = (): Date => new Date();

/** What rows are stored under: null, the database's clock, which all processes share; or the clock that was given (C10). */
export function storedAt({ now }: Pick<Ctx, 'now'>): Date | null {
	return now === systemClock ? null : now();
}
