import type { DiagnosticRules, ItemKind } from '../programmes/rules.ts';
import {
	cronbachAlpha,
	itemAdvice,
	itemFigures,
	standardErrorOfMeasurement,
	type ItemAdvice
} from '../psychometrics/index.ts';
import { scoreItem } from './score-item.ts';

/** Figures are told of so many people at once and of no fewer (R167): a group joins whole or waits. */
export const GROUP = 5;
/** Below so many people a correlation says more about them than about the item. */
export const ENOUGH_TO_RELATE = 20;

/**
 * What answers say of one item. `share` of its points, 0..1; `itemRest` is its correlation with the other items of its
 * kind, `null` while too few people answered or where it cannot be told.
 */
export type ItemQuality = ItemAdvice & {
	key: string;
	share: number;
	itemRest: number | null;
	/** Alpha of its scale without it; above that of the whole scale the item spoils it. `null` like `itemRest`. */
	alphaWithout: number | null;
};

/** What is tested, and what people say of themselves: two scales, never one. `error` is in points. */
type ScaleQuality = { items: number; max: number; alpha: number | null; error: number | null };

export type DiagnosisQuality = { tested: ScaleQuality; said: ScaleQuality; items: ItemQuality[] };

/**
 * Who of a version is counted: whole groups of five of each cohort, in the order in which they sent. What is told of one
 * cohort and of all together then never differs by fewer than five people (R167).
 */
export function countedIn<T extends { cohort: string }>(sent: readonly T[]): T[] {
	const cohorts = Map.groupBy(sent, ({ cohort }) => cohort);
	return [...cohorts.values()].flatMap((own) => own.slice(0, countable(own.length)));
}

/** How many of those who sent a diagnosis may be counted: the last ones wait until their group is whole. */
export function countable(sent: number): number {
	return sent - (sent % GROUP);
}

/** Whole fives in the order given; the last ones wait. */
export function fivesOf<T>(ordered: readonly T[]): T[][] {
	return Array.from({ length: Math.floor(ordered.length / GROUP) }, (_, index) =>
		ordered.slice(index * GROUP, (index + 1) * GROUP)
	);
}

/**
 * How good the items of a diagnosis are, by everybody's answers to it, in the programme's order. Self-assessments are
 * compared among themselves, and none of them is too easy or too hard. `null` below five people (R167).
 */
export function diagnosisQuality(
	rules: DiagnosticRules,
	answers: readonly Record<string, unknown>[]
): DiagnosisQuality | null {
	if (answers.length < GROUP) return null;
	const tested = scaleOf(rules, answers, (kind) => kind !== 'self_assessment');
	const said = scaleOf(rules, answers, (kind) => kind === 'self_assessment');
	const found = new Map([...tested.items, ...said.items].map((item) => [item.key, item]));

	return {
		tested: tested.scale,
		said: said.scale,
		items: rules.items.flatMap(({ key }) => found.get(key) ?? [])
	};
}

function scaleOf(
	rules: DiagnosticRules,
	answers: readonly Record<string, unknown>[],
	belongs: (kind: ItemKind) => boolean
): { scale: ScaleQuality; items: ItemQuality[] } {
	const keys = rules.items.filter(({ kind }) => belongs(kind));
	const scores = answers.map((given) =>
		keys.map((item) => scoreItem(item, Object.hasOwn(given, item.key) ? given[item.key] : undefined).points)
	);
	const relates = answers.length >= ENOUGH_TO_RELATE;
	const alpha = relates ? cronbachAlpha(scores) : null;
	const figures = itemFigures(
		scores,
		keys.map(({ max }) => max)
	);
	const items = figures.map(({ difficulty, itemRest, alphaWithout, sd }, n): ItemQuality => {
		const item = keys[n];
		const related = relates ? itemRest : null;
		// Of oneself one may say anything: only the relation counts there.
		const judged = item?.kind === 'self_assessment' ? 0.5 : difficulty;
		const advice = itemAdvice({ difficulty: judged, itemRest: related, sd });
		const without = relates ? alphaWithout : null;
		return { key: item?.key ?? '', share: difficulty, itemRest: related, alphaWithout: without, ...advice };
	});
	return {
		scale: {
			items: keys.length,
			max: keys.reduce((sum, { max }) => sum + max, 0),
			alpha,
			error: alpha === null ? null : standardErrorOfMeasurement(scores, alpha)
		},
		items
	};
}
