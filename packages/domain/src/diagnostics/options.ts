import type { DiagnosticRules, ItemKey } from '../programmes/rules.ts';
import { ENOUGH_TO_RELATE, GROUP } from './item-quality.ts';
import { scoreItem } from './score-item.ts';

/** Nobody takes this wrong option, or those who know more take it rather than the right one. */
export type OptionFlag = 'never_chosen' | 'draws_the_able';

/** How often an option is chosen, 0..1 of all who are counted. `right` is `null` where nothing is right or wrong. */
export type OptionFigures = { value: string; share: number; right: boolean | null; flag: OptionFlag | null };

type Answers = readonly Record<string, unknown>[];

/**
 * What is chosen in each question, by its key (Gronlund, «Constructing achievement tests», on distractors). Orders have
 * no options. Nothing is flagged below twenty people, nor by fewer than five who chose.
 */
export function optionFigures(
	rules: DiagnosticRules,
	answers: Answers,
	/** The options of each question as they were shown. */
	offered: Readonly<Record<string, readonly string[]>>
): Map<string, OptionFigures[]> {
	const totals = answers.map((given) => testedTotal(rules, given));
	return new Map(
		rules.items.map((item) => [item.key, ofItem(item, offered[item.key] ?? [], answers, totals)])
	);
}

function ofItem(
	item: ItemKey,
	offered: readonly string[],
	answers: Answers,
	totals: readonly number[]
): OptionFigures[] {
	const rests = answers.map((given, n) => (totals[n] ?? 0) - pointsOf(item, given));
	const chosenBy = (value: string) => rests.filter((_, n) => chooses(answers[n]?.[item.key], value));
	const able = mean(answers.flatMap((given, n) => (isWhole(item, given) ? [rests[n] ?? 0] : [])));

	return offered.map((value) => {
		const right = isRight(item, value);
		const rest = chosenBy(value);
		const share = answers.length ? rest.length / answers.length : 0;
		return { value, share, right, flag: flagOf(right, rest, able, answers.length) };
	});
}

function flagOf(
	right: boolean | null,
	rest: readonly number[],
	able: number | null,
	people: number
): OptionFlag | null {
	if (right !== false || people < ENOUGH_TO_RELATE) return null;
	if (rest.length === 0) return 'never_chosen';
	const own = mean(rest);
	return rest.length >= GROUP && own !== null && able !== null && own > able ? 'draws_the_able' : null;
}

function isRight(item: ItemKey, value: string): boolean | null {
	switch (item.type) {
		case 'single_choice':
			return value === item.correct;
		case 'multiple_choice':
			return item.correct.includes(value);
		case 'graded_choice':
			return item.points[value] === item.max;
		default:
			return null;
	}
}

function chooses(answer: unknown, value: string): boolean {
	return Array.isArray(answer) ? answer.includes(value) : answer !== null && String(answer) === value;
}

function isWhole(item: ItemKey, given: Record<string, unknown>): boolean {
	return pointsOf(item, given) === item.max;
}

function pointsOf(item: ItemKey, given: Record<string, unknown>): number {
	return scoreItem(item, Object.hasOwn(given, item.key) ? given[item.key] : undefined).points;
}

function testedTotal({ items }: DiagnosticRules, given: Record<string, unknown>): number {
	return items.reduce((sum, item) => sum + (item.kind === 'self_assessment' ? 0 : pointsOf(item, given)), 0);
}

function mean(values: readonly number[]): number | null {
	return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
