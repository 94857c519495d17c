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

/** The rule names the mark that counts, and the diagnosis counts the level of this value. */
const MARK = 2;

function checkLabel(options: { value: number; label: string }[], label: string): Finding[] {
	const named = options.find((option) => normalise(option.label) === label);
	if (named?.value === MARK) return [];
	return [error(`${PLACE}.scoring.rule`, 'rule.disagrees', { expected: MARK, found: named?.value ?? label })];
}

function checkLevels(levels: { min: number }[], max: number): Finding[] {
	const place = `${PLACE}.scoring.understanding_levels`;
	const mins = levels.map((level) => level.min);
	if (!mins.includes(0)) return [error(place, 'levels.incomplete')];
	const wrong = new Set(mins).size < mins.length || mins.some((min) => min < 0 || min > max);
	return wrong ? [error(place, 'levels.out_of_order')] : [];
}
