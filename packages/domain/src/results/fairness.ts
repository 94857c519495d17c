import { mean } from '../peer-marks/index.ts';

export type GradeOfOrganisation = { organisation: string; residual: number };
export type Fairness = { organisation: string; grades: number; mean: number; low: number; high: number };

/** Fewer marks than this would tell of single people. */
const LEAST_GRADES = 5;
const NINETY_FIVE_PERCENT = 1.96;

/**
 * How far marks of works from one organisation lie above what the works and their reviewers explain, with a 95 %
 * interval. Small groups are not told; `hidden` says how many there are.
 */
export function fairnessOf(grades: readonly GradeOfOrganisation[]): { shown: Fairness[]; hidden: number } {
	const groups = [...Map.groupBy(grades, ({ organisation }) => organisation)];
	const shown = groups
		.filter(([, rows]) => rows.length >= LEAST_GRADES)
		.map(([organisation, rows]) => {
			const residuals = rows.map(({ residual }) => residual);
			const centre = mean(residuals);
			const squares = residuals.reduce((sum, value) => sum + (value - centre) ** 2, 0);
			const reach = NINETY_FIVE_PERCENT * Math.sqrt(squares / (rows.length - 1) / rows.length);
			return { organisation, grades: rows.length, mean: centre, low: centre - reach, high: centre + reach };
		})
		.toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1));
	return { shown, hidden: groups.length - shown.length };
}
