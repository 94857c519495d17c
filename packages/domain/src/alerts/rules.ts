/** What an alert may be about: an intern who is silent, a tutor who has not looked, a last day, a review that is owed. */
export const ALERT_KINDS = ['silent', 'unchecked', 'deadline', 'review'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/**
 * In whole days, by the calendar. `silent`: without a trace for so many; `unchecked`: with the tutor for so many;
 * `deadline`: not handed in with so many left; `review`: owed for so many. Null: nobody is alerted.
 */
export type AlertRules = Readonly<Record<AlertKind, number | null>>;

/** What holds where a cohort has no rules of its own. */
export const ALERT_RULES: AlertRules = { silent: 5, unchecked: 3, deadline: 2, review: 1 };

/** The least and the most days that a rule may name. */
export const ALERT_LIMITS: Readonly<Record<AlertKind, { least: number; most: number }>> = {
	silent: { least: 1, most: 60 },
	unchecked: { least: 1, most: 60 },
	deadline: { least: 0, most: 30 },
	review: { least: 1, most: 60 }
};

export type AlertRuleFault = { field: AlertKind; code: 'alerts.days_wrong'; least: number; most: number };

/** Everything that is wrong with the rules. */
export function alertRuleFaults(rules: AlertRules): AlertRuleFault[] {
	return ALERT_KINDS.flatMap((field): AlertRuleFault[] => {
		const days = rules[field];
		const { least, most } = ALERT_LIMITS[field];
		const stands = days === null || (Number.isInteger(days) && days >= least && days <= most);
		return stands ? [] : [{ field, code: 'alerts.days_wrong', least, most }];
	});
}
