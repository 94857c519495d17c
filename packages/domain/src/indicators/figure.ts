import { GROUP } from '../diagnostics/item-quality.ts';
import type { Indicator } from './definitions.ts';

/**
 * What was counted: `part` of `whole` over so many people, or records of a thing. Null where the query would not tell,
 * for fewer than five stand behind it.
 */
export type Counted = { part: number | null; whole: number | null; people: number };

/** `few`: too little to say anything; the number behind it is never told. */
export type Figure = { kind: 'value'; value: number; part: number; whole: number } | { kind: 'few' };

/** The figure of an indicator: per cent or points with one decimal, half up; or the count itself. */
export function figureOf(
	{ unit, counts }: Pick<Indicator, 'unit' | 'counts'>,
	{ part, whole, people }: Counted
): Figure {
	if (part === null || whole === null || (counts === 'interns' && people < GROUP)) return { kind: 'few' };
	if (unit !== 'percent' && unit !== 'points') return { kind: 'value', value: part, part, whole };
	return whole === 0 ? { kind: 'few' } : { kind: 'value', value: percent(part, whole), part, whole };
}

/** How a figure stands beside another of the same indicator; null where one of them says nothing. */
export function standing(
	{ better }: Pick<Indicator, 'better'>,
	figure: Figure,
	other: Figure
): 'better' | 'worse' | 'same' | null {
	if (figure.kind === 'few' || other.kind === 'few') return null;
	if (figure.value === other.value) return 'same';
	return figure.value > other.value === (better === 'higher') ? 'better' : 'worse';
}

/** The lower median of values told with how often each occurs; null of nothing. */
export function medianOf(spread: readonly { value: number; count: number }[]): number | null {
	const ordered = spread.filter(({ count }) => count > 0).toSorted((one, other) => one.value - other.value);
	const half = Math.ceil(ordered.reduce((sum, { count }) => sum + count, 0) / 2);
	let passed = 0;
	return ordered.find(({ count }) => (passed += count) >= half)?.value ?? null;
}

function percent(part: number, whole: number): number {
	return Math.round((part * 1000) / whole) / 10;
}

const SUFFIX: Record<Indicator['unit'], string> = {
	percent: '\u00a0%',
	points: '\u00a0п.',
	hours: '\u00a0ч',
	count: ''
};

/** A number as people read it: «61,5 %», «+20 п.», «3 ч», «7». */
export function amountText(unit: Indicator['unit'], value: number): string {
	const sign = unit === 'points' && value > 0 ? '+' : '';
	return `${sign}${value.toLocaleString('ru-RU').replace('-', '−')}${SUFFIX[unit]}`;
}

export const FEW_WORDS = 'мало данных';

/** A figure as people read it; nothing where it does not apply. */
export function figureWords({ unit }: Pick<Indicator, 'unit'>, figure: Figure | null): string {
	if (figure === null) return '';
	return figure.kind === 'few' ? FEW_WORDS : amountText(unit, figure.value);
}
