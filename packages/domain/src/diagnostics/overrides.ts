import { isReason, LEAST_REASON } from '../journal/index.ts';
import type { DeficitLevel } from '../programmes/document.ts';
import { ok, refuse, type Result } from '../result.ts';
import { isPresent, type DeficitRow } from './deficit-card.ts';

/** The tutor's decision on one row of the card. */
export type Override = { deficit: string; level: DeficitLevel; reason: string };

/** A row with what holds: the tutor's decision where there is one, else what the rules gave. */
export type EffectiveRow = DeficitRow & {
	effectiveLevel: DeficitLevel;
	effectivePresent: boolean;
	override: { level: DeficitLevel; reason: string } | null;
};

export type OverrideRefusal = {
	code: `deficit_card.${'reason_missing' | 'unknown_deficit' | 'unknown_level' | 'override_doubled'}`;
	details: { deficit: string; least?: number };
};

const LEVELS: readonly string[] = ['none', 'partial', 'expressed'] satisfies DeficitLevel[];

/** Lays the tutor's decisions over the card. «Решение тьютора без обоснования не сохраняется.» */
export function withOverrides(
	rows: DeficitRow[],
	overrides: readonly Override[]
): Result<EffectiveRow[], OverrideRefusal> {
	const decided = new Map<string, Override>();

	for (const override of overrides) {
		const code = faultOf(rows, decided, override);
		if (code === 'reason_missing') {
			return refuse({
				code: 'deficit_card.reason_missing',
				details: { deficit: override.deficit, least: LEAST_REASON }
			});
		}
		if (code) return refuse({ code: `deficit_card.${code}`, details: { deficit: override.deficit } });
		decided.set(override.deficit, override);
	}

	return ok(rows.map((row) => effective(row, decided.get(row.deficit))));
}

/** What the learning route is planned from: the effective level and the exact share of mastery, 0..1. */
export function forRoute(rows: EffectiveRow[]): { deficit: string; level: DeficitLevel; mastery: number }[] {
	return rows.map(({ deficit, effectiveLevel, score, max }) => ({
		deficit,
		level: effectiveLevel,
		mastery: score / max
	}));
}

function faultOf(rows: DeficitRow[], decided: Map<string, Override>, { deficit, level, reason }: Override) {
	if (!rows.some((row) => row.deficit === deficit)) return 'unknown_deficit';
	if (!LEVELS.includes(level)) return 'unknown_level';
	if (decided.has(deficit)) return 'override_doubled';
	if (!isReason(reason)) return 'reason_missing';
	return null;
}

function effective(row: DeficitRow, override: Override | undefined): EffectiveRow {
	const level = override?.level ?? row.level;

	return {
		...row,
		effectiveLevel: level,
		effectivePresent: isPresent(level),
		override: override ? { level: override.level, reason: override.reason.trim() } : null
	};
}
