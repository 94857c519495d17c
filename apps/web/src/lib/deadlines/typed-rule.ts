import type { DeadlineRule } from '@stazhirovka/domain/deadlines';
import type { TypedNumber } from '#lib/forms/numbers.ts';

/** A deadline with the days as they were typed. */
export type TypedRule = Omit<DeadlineRule, 'workingDays'> & { workingDays: TypedNumber };
