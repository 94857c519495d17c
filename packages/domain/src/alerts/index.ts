export { alertsOf, type Alert, type Watched, type WatchedStep } from './alerts.ts';
export {
	ALERT_KINDS,
	ALERT_LIMITS,
	ALERT_RULES,
	alertRuleFaults,
	type AlertKind,
	type AlertRuleFault,
	type AlertRules
} from './rules.ts';
