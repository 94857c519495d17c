/** How many days after its issue a document has to be in the register; `from`: since which day that holds. */
export type DeadlineRule = { from: string; days: number };

/** What is usual since the rules of the register of 2021; a setting with another day replaces or follows it. */
export const USUAL_DEADLINES: DeadlineRule[] = [{ from: '2021-01-01', days: 60 }];

/** The last day for a document issued on this day, and how many days are left; negative when it has passed. */
export function uploadDeadline(
	rules: DeadlineRule[],
	issuedOn: string,
	today: string
): { day: string; left: number } | null {
	const rule = rules
		.filter(({ from }) => from <= issuedOn)
		.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
	if (!rule) return null;
	const last = Date.parse(issuedOn) + rule.days * DAY;
	return {
		day: new Date(last).toISOString().slice(0, 10),
		left: Math.round((last - Date.parse(today)) / DAY)
	};
}

const DAY = 86_400_000;
