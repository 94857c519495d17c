/** How a cohort takes the diagnosis. A choice of the leader beside the programme's own rules of scoring. */
export type AttemptRules = {
	/** Minutes for one attempt; `null` sets no limit. */
	minutes: number | null;
	attempts: number;
	/** Which attempt the card is built from when there are several. */
	counts: 'last' | 'best';
	randomOrder: boolean;
	/** Whether the same questions are asked once more at the end. */
	exit: boolean;
};

/** Without a word of the leader: one attempt, the programme's order, as long as it takes. */
export const NO_LIMITS: AttemptRules = {
	minutes: null,
	attempts: 1,
	counts: 'last',
	randomOrder: false,
	exit: false
};

export const ATTEMPT_LIMITS = {
	minutes: { least: 5, most: 300 },
	attempts: { least: 1, most: 5 },
	extraMinutes: { least: 0, most: 300 },
	extraAttempts: { least: 0, most: 3 }
} as const;

/** What the tutor adds for one person, such as more time for somebody who reads slowly. */
export type Allowance = { minutes: number; attempts: number };

export const NO_ALLOWANCE: Allowance = { minutes: 0, attempts: 0 };

/** Somebody has to press «begin»: there is a clock to start or an order to draw. */
export function asksToBegin({ minutes, randomOrder }: AttemptRules): boolean {
	return minutes !== null || randomOrder;
}
