import type { ProgrammeDocument } from '../document.ts';
import { error, notUnderstood, type Finding } from '../finding.ts';
import type { UnderstandingRules } from '../rules.ts';
import { normalise } from './phrase.ts';
import { readRowRule } from './understanding.ts';

const PLACE = 'forms.correlation_card';

/** How the correlation card tells understanding (R85). `null` where the programme does not score the card. */
export function readUnderstandingRules(document: ProgrammeDocument): {
	rules: UnderstandingRules | null;
	findings: Finding[];
} {
	const card = document.forms.correlation_card;
	if (!card?.scoring) return { rules: null, findings: [] };

	const { rule, max, understanding_levels } = card.scoring;
	const key = card.expert_key ?? {};
	const read = readRowRule(rule);
	const rows = Object.keys(key).length;
	const findings = [
		...(card.expert_key ? [] : [error(`${PLACE}.expert_key`, 'rule.missing')]),
		...(read
			? checkLabel(card.cell?.options ?? [], read.label)
			: [notUnderstood(`${PLACE}.scoring.rule`, rule)]),
		...(max === rows
			? []
			: [error(`${PLACE}.scoring.max`, 'rule.disagrees', { expected: rows, found: max })]),
		...checkLevels(understanding_levels, max)
	];
	const levels = [...understanding_levels].sort((one, two) => two.min - one.min);
	return { rules: { key, maxExtra: read?.maxExtra ?? 0, levels }, findings };
}

/** A mark counts when it is the strongest level of the card, and the rule must name that level. */
function checkLabel(options: { value: number; label: string }[], label: string): Finding[] {
	const strongest = options.reduce<{ value: number; label: string } | null>(
		(best, option) => (best && best.value >= option.value ? best : option),
		null
	);
	if (strongest && normalise(strongest.label) === label) return [];
	return [
		error(`${PLACE}.scoring.rule`, 'rule.disagrees', { expected: strongest?.label ?? '', found: label })
	];
}

function checkLevels(levels: { min: number }[], max: number): Finding[] {
	const place = `${PLACE}.scoring.understanding_levels`;
	const mins = levels.map((level) => level.min);
	if (!mins.includes(0)) return [error(place, 'levels.incomplete')];
	const wrong = new Set(mins).size < mins.length || mins.some((min) => min < 0 || min > max);
	return wrong ? [error(place, 'levels.out_of_order')] : [];
}
