import type { ProgrammeDocument } from '../document.ts';
import { error, notUnderstood, warning, type Finding } from '../finding.ts';
import type { DiagnosticRules, ItemKind } from '../rules.ts';
import { readFlags, type Flag } from './conditions.ts';
import { readItemKey } from './item-key.ts';
import { isPresentBelowNone, readDivisor } from './texts.ts';
import { readMaxUnanswered } from './unanswered.ts';

const PLACE = 'diagnostic.scoring';

/** The diagnosis as data: keys of items, thresholds and flags (R90, R122). */
export function readDiagnosticRules(document: ProgrammeDocument) {
	const { scoring, items } = document.diagnostic;
	const findings: Finding[] = [...checkFormula(document), ...checkPresence(scoring.presence)];

	const keys = items.map(readItemKey);
	findings.push(...keys.flatMap((read) => read.findings));

	const flags = readFlags(scoring.mismatch_flag);
	if (!flags) findings.push(notUnderstood(`${PLACE}.mismatch_flag`, scoring.mismatch_flag));
	else findings.push(...checkKinds(flags, new Set(items.map((item) => item.kind))));

	const maxUnanswered = readMaxUnanswered(scoring.missing);
	if (maxUnanswered === null) findings.push(notUnderstood(`${PLACE}.missing`, scoring.missing));

	const rules: DiagnosticRules = {
		deficits: document.deficits.map((deficit) => deficit.key),
		perDeficitMax: scoring.per_deficit_max,
		levels: scoring.levels.map(({ key, min }) => ({ key, min })).sort((one, two) => two.min - one.min),
		maxUnanswered: maxUnanswered ?? 0,
		flags: flags ?? [],
		items: keys.flatMap((read) => (read.key ? [read.key] : []))
	};
	return { rules, findings };
}

function checkFormula({ diagnostic: { scoring } }: ProgrammeDocument): Finding[] {
	const divisor = readDivisor(scoring.formula);
	if (divisor === null) return [notUnderstood(`${PLACE}.formula`, scoring.formula)];
	if (divisor === scoring.per_deficit_max) return [];
	return [error(`${PLACE}.formula`, 'rule.disagrees', { expected: scoring.per_deficit_max, found: divisor })];
}

function checkPresence(presence: string): Finding[] {
	return isPresentBelowNone(presence) ? [] : [notUnderstood(`${PLACE}.presence`, presence)];
}

/** A flag about items that the diagnostic does not have can hold by accident: nobody gets points for them. */
function checkKinds(flags: Flag[], used: Set<ItemKind>): Finding[] {
	return flags
		.filter((flag) => flag.when.some((condition) => condition.sum.some((kind) => !used.has(kind))))
		.map((flag) => warning(`${PLACE}.mismatch_flag`, 'rule.disagrees', { phrase: flag.label }));
}
