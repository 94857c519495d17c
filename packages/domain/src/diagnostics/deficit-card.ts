import type { DeficitLevel } from '../programmes/document.ts';
import type { Condition, DiagnosticRules, ItemKind } from '../programmes/rules.ts';
import { scoreItem } from './score-item.ts';

/** One row of the deficit card as the programme's rules gave it. Points of a kind the programme does not use are 0. */
export type DeficitRow = {
	deficit: string;
	knowledge: number;
	case: number;
	self: number;
	score: number;
	max: number;
	/** Share of the maximum in per cent, one decimal, half up: for people. The level is judged on the exact share. */
	masteryPercent: number;
	level: DeficitLevel;
	present: boolean;
	/** A mismatch of self-assessment and points («переоценка»), in the programme's words. */
	flag: string | null;
};

export type DeficitCard =
	| { built: false; unanswered: number }
	| { built: true; unanswered: number; rows: DeficitRow[] };

type Points = Record<ItemKind, number>;

/** The individual deficit card (R90, R91): a row for every deficit, or none at all when too much is unanswered. */
export function deficitCard(rules: DiagnosticRules, answers: Record<string, unknown>): DeficitCard {
	const scored = rules.items.map((item) => {
		const answer = Object.hasOwn(answers, item.key) ? answers[item.key] : undefined;
		return { ...scoreItem(item, answer), deficit: item.deficit, kind: item.kind };
	});
	const unanswered = scored.filter((item) => !item.answered).length;

	if (unanswered > rules.maxUnanswered) return { built: false, unanswered };

	const rows = rules.deficits.map((deficit) => {
		const points: Points = { knowledge: 0, case: 0, self_assessment: 0 };
		for (const item of scored) if (item.deficit === deficit) points[item.kind] += item.points;
		return rowOf(rules, deficit, points);
	});

	return { built: true, unanswered, rows };
}

/** A deficit is present when its level is partial or expressed. */
export function isPresent(level: DeficitLevel): boolean {
	return level !== 'none';
}

function rowOf(rules: DiagnosticRules, deficit: string, points: Points): DeficitRow {
	const score = points.knowledge + points.case + points.self_assessment;
	const max = rules.perDeficitMax;
	const level = levelOf(rules, score / max);
	const flag = rules.flags.find(({ when }) => when.every((condition) => holds(condition, points)));

	return {
		deficit,
		knowledge: points.knowledge,
		case: points.case,
		self: points.self_assessment,
		score,
		max,
		masteryPercent: Math.round((score * 1000) / max) / 10,
		level,
		present: isPresent(level),
		flag: flag?.label ?? null
	};
}

function levelOf(rules: DiagnosticRules, share: number): DeficitLevel {
	return rules.levels.find(({ min }) => share >= min)?.key ?? 'expressed';
}

function holds({ sum, op, value }: Condition, points: Points): boolean {
	const total = sum.reduce((so, kind) => so + points[kind], 0);

	switch (op) {
		case '<':
			return total < value;
		case '<=':
			return total <= value;
		case '=':
			return total === value;
		case '>=':
			return total >= value;
		case '>':
			return total > value;
	}
}
