import type { Ctx } from '../shell/context.ts';
import type { Voice } from './filled.ts';

/** Somebody who takes part in a cohort of module 3. */
export type Author = {
	enrolmentId: string;
	fullName: string;
	topic: string;
	/** The level that colleagues give the work for. */
	level: number;
	/** What was measured at the author's lessons before and after. */
	measured: { baseline: number[]; after: number[] };
	/** The author's own hand, so many days ago. */
	at: (daysAgo: number) => Ctx;
};
/** A cohort of module 3 and everybody who acts in it, each at a moment so many days ago. */
export type Stage = {
	cohortId: string;
	authors: Author[];
	tutor: (daysAgo: number) => Ctx;
	leader: (daysAgo: number) => Ctx;
	voice: (daysAgo: number) => Voice;
};
