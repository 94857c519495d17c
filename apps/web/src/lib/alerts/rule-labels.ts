import { m } from '#lib/paraglide/messages.js';

/** What the rules are called, by their paths in the body. */
export function ruleLabels(): Record<string, string> {
	return {
		'rules.silent': m.alerts_rule_silent(),
		'rules.unchecked': m.alerts_rule_unchecked(),
		'rules.deadline': m.alerts_rule_deadline(),
		'rules.review': m.alerts_rule_review()
	};
}
