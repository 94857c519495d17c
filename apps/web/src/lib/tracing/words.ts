import type { CohortTrace, InternTraces } from '@stazhirovka/contract/reporting';
import { m } from '#lib/paraglide/messages.js';

/** «небольшое улучшение, +12,5 % к начальному замеру» */
export function effectText({ verdict, changePercent }: NonNullable<InternTraces['effectiveness']>): string {
	if (changePercent === null) return verdict;
	const size = Math.abs(changePercent).toLocaleString('ru-RU');
	const value = changePercent === 0 ? size : `${changePercent > 0 ? '+' : '−'}${size}`;
	return m.tracing_effect_words({ verdict, change: m.tracing_percent({ value }) });
}

/** Of fives that have all come so far; until then nothing is told. */
export function ofFivesText(count: number | null): string {
	return count === null ? m.tracing_waiting() : String(count);
}

export function neededText({ needed, carded }: CohortTrace): string {
	return needed === null ? m.tracing_few() : m.tracing_of({ count: needed, of: carded });
}

export function resultText({ effect }: CohortTrace): string {
	return effect ? m.tracing_result_words(effect) : m.tracing_result_none();
}
