import type { ProgrammeDocument } from '../document.ts';
import { hasErrors, notUnderstood, type Finding } from '../finding.ts';
import type { ProgrammeRules, RouteRules } from '../rules.ts';
import { readCompletionRules } from './completion-rules.ts';
import { readDiagnosticRules } from './diagnostic-rules.ts';
import { readPeerRules } from './peer-rules.ts';
import { asksEveryItem, readMinLength } from './texts.ts';
import { readUnderstandingRules } from './understanding-rules.ts';

/**
 * Turns the author's words into data that functions can follow. A phrase that is not understood is a finding with
 * its place and the phrase itself, never a silent default; with any error there are no rules.
 */
export function readRules(document: ProgrammeDocument): {
	rules: ProgrammeRules | null;
	findings: Finding[];
} {
	const diagnostic = readDiagnosticRules(document);
	const peer = readPeerRules(document);
	const completion = readCompletionRules(document);
	const understanding = readUnderstandingRules(document);
	const selfAnalysis = readSelfAnalysis(document);
	const findings = [
		...understanding.findings,
		...readSelfCheck(document),
		...selfAnalysis.findings,
		...diagnostic.findings,
		...peer.findings,
		...completion.findings
	];
	const rules: ProgrammeRules = {
		diagnostic: diagnostic.rules,
		route: routeOf(document),
		peer: peer.rules,
		completion: completion.rules,
		document: {
			kind: document.document.type,
			fallback: document.document.fallback ?? null,
			hours: document.hours_total
		},
		selfAnalysisMinLength: selfAnalysis.length,
		understanding: understanding.rules
	};
	return { rules: hasErrors(findings) ? null : rules, findings };
}

function routeOf({ route_rules, deficits, tasks }: ProgrammeDocument): RouteRules {
	return {
		length: route_rules.length,
		weights: { expressed: route_rules.weights.expressed, partial: route_rules.weights.partial },
		roleFactor: { primary: route_rules.role_factor.primary, secondary: route_rules.role_factor.secondary },
		developingSet: [...route_rules.developing_set],
		deficits: deficits.map((deficit) => deficit.key),
		tasks: tasks.map((task) => ({
			key: task.key,
			sequence: task.sequence,
			deficits: task.deficits.map(({ key, role }) => ({ key, role }))
		}))
	};
}

/** No rule: an answer of any length will do. */
function readSelfAnalysis({ forms }: ProgrammeDocument): { length: number; findings: Finding[] } {
	const rule = forms.self_analysis?.rule;
	if (rule === undefined) return { length: 0, findings: [] };

	const length = readMinLength(rule);
	return {
		length: length ?? 0,
		findings: length === null ? [notUnderstood('forms.self_analysis.rule', rule)] : []
	};
}

function readSelfCheck({ forms }: ProgrammeDocument): Finding[] {
	const rule = forms.self_check?.rule;
	return rule === undefined || asksEveryItem(rule) ? [] : [notUnderstood('forms.self_check.rule', rule)];
}
