import type { ProgrammeDocument } from '../document.ts';
import { error, notUnderstood, warning, type Finding } from '../finding.ts';
import type { CompletionRule } from '../rules.ts';
import { readCompletion, readReviewCounts } from './completion.ts';

/** What an intern must have done for a document to be issued: each line of the author becomes one condition. */
export function readCompletionRules(document: ProgrammeDocument): {
	rules: CompletionRule[];
	findings: Finding[];
} {
	const rules: CompletionRule[] = [];
	const findings: Finding[] = [];

	for (const { key, text } of document.completion_rules) {
		const place = `completion_rules.${key}`;
		const read = readCompletion(text);
		if (!read) {
			findings.push(notUnderstood(place, text));
			continue;
		}
		if (rules.some((rule) => rule.condition === read.condition)) {
			findings.push(warning(place, 'completion.repeated', { condition: read.condition }));
		}
		findings.push(...checkCounts(document, place, text, read));
		rules.push({ key, text, condition: read.condition });
	}
	if (document.completion_rules.length === 0) findings.push(error('completion_rules', 'completion.none'));
	return { rules, findings };
}

/** Numbers named in words must be the numbers that the route and the peer review work with. */
function checkCounts(
	{ route_rules, rubric }: ProgrammeDocument,
	place: string,
	text: string,
	read: { condition: string; count: number | null }
): Finding[] {
	if (read.condition === 'tasks_accepted') return agree(place, route_rules.length, read.count);
	if (read.condition !== 'reviews_done') return [];

	const { given, received } = readReviewCounts(text);
	return [
		...agree(place, rubric.process.min_given, given),
		...agree(place, rubric.process.min_received, received)
	];
}

function agree(place: string, expected: number, found: number | null): Finding[] {
	return found === null || found === expected ? [] : [error(place, 'rule.disagrees', { expected, found })];
}
