import { factor, inverseBy } from '../../peer-marks/mixed-model/cholesky.ts';
import { columnsOf, correlation, totalsOf, variance, type Scores } from './moments.ts';

/**
 * Cronbach's alpha of a sum of items: k/(k−1) · (1 − Σ varᵢ / var of totals), the least that its reliability can be
 * (Cronbach 1951, «Coefficient alpha and the internal structure of tests»). At most 1 and below nought where items
 * contradict each other. `null` for fewer than two items or where totals do not vary.
 */
export function cronbachAlpha(scores: Scores): number | null {
	const columns = columnsOf(scores);
	const whole = variance(totalsOf(scores));
	if (columns.length < 2 || whole === 0) return null;
	const parts = columns.reduce((sum, column) => sum + variance(column), 0);
	return (columns.length / (columns.length - 1)) * (1 - parts / whole);
}

/** Alpha of the items as if all varied alike: k r̄ / (1 + (k − 1) r̄). `null` where an item does not vary. */
export function standardisedAlpha(scores: Scores): number | null {
	const matrix = correlations(scores);
	if (!matrix || matrix.length < 2) return null;
	const k = matrix.length;
	const apart = (matrix.flat().reduce((sum, value) => sum + value, 0) - k) / (k * (k - 1));
	return (k * apart) / (1 + (k - 1) * apart);
}

/**
 * Guttman's sixth bound: what each item has apart from all others is taken for error, 1 − Σ(1 − SMCᵢ) / Σ r, over
 * correlations, as `psych::alpha` reckons it (Guttman 1945, «A basis for analyzing test-retest reliability»). `null`
 * where an item does not vary or follows from the others.
 */
export function guttmanLambda6(scores: Scores): number | null {
	const matrix = correlations(scores);
	if (!matrix || matrix.length < 2) return null;
	const k = matrix.length;
	const inverse = inverseBy(factor(Float64Array.from(matrix.flat()), k), k);
	const apart = Array.from({ length: k }, (_, item) => 1 / (inverse[item * k + item] ?? 0));
	if (apart.some((own) => !(own > 1e-12))) return null;
	const whole = matrix.flat().reduce((sum, value) => sum + value, 0);
	return 1 - apart.reduce((sum, own) => sum + own, 0) / whole;
}

/**
 * Kuder and Richardson's formula 20 for items of 0 and 1: k/(k−1) · (1 − Σ p(1 − p) / var), both variances over all
 * persons (n), so that it equals alpha (1937, «The theory of the estimation of test reliability»). `null` as alpha.
 */
export function kr20(scores: Scores): number | null {
	const columns = columnsOf(scores);
	const persons = scores.length;
	const whole = (variance(totalsOf(scores)) * (persons - 1)) / persons;
	if (columns.length < 2 || !(whole > 0)) return null;
	const parts = columns.reduce((sum, column) => {
		const p = column.reduce((all, value) => all + value, 0) / persons;
		return sum + p * (1 - p);
	}, 0);
	return (columns.length / (columns.length - 1)) * (1 - parts / whole);
}

/**
 * The standard error of measurement in points of the total: sd · √(1 − reliability). A negative reliability is taken
 * for none.
 */
export function standardErrorOfMeasurement(scores: Scores, reliability: number): number {
	return Math.sqrt(variance(totalsOf(scores)) * (1 - Math.min(1, Math.max(0, reliability))));
}

/** Reliability of a test `times` as long (Spearman 1910; Brown 1910). */
export function spearmanBrown(reliability: number, times: number): number {
	return (times * reliability) / (1 + (times - 1) * reliability);
}

function correlations(scores: Scores): number[][] | null {
	const columns = columnsOf(scores);
	if (columns.some((column) => !(variance(column) > 0))) return null;
	return columns.map((one, i) => columns.map((other, j) => (i === j ? 1 : (correlation(one, other) ?? 0))));
}
