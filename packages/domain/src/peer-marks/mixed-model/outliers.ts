import type { Fit } from './fit.ts';
import { at } from './vectors.ts';

/** Below this share of its own weight nothing else speaks of a grade, so nothing can contradict it. */
const ALONE = 1e-9;

/**
 * For each row: how far the grade is from what all others say of it, in standard deviations; `null` where no other
 * grade says anything. t = (Pz)ᵢ / √Pᵢᵢ with P = V⁻¹ − V⁻¹1(1'V⁻¹1)⁻¹1'V⁻¹, which is the residual of the model without
 * that grade, without solving it again (Haslett & Hayes 1998, «Residuals for the linear model with general
 * covariance structure»).
 */
export function leaveOneOut({ design, variances, residuals, inverse, ofMean }: Fit): (number | null)[] {
	return Array.from(residuals, (residual, row) => {
		const [work, reviewer] = [at(design.workOf, row), at(design.reviewerOf, row)];
		const weight = 1 / (at(design.noise, row) * variances.residual);
		const known = at(inverse.works, work) + at(inverse.reviewers, reviewer) + 2 * at(inverse.ties, row);
		const byMean = ofMean
			? (1 - at(ofMean.effects.works, work) - at(ofMean.effects.reviewers, reviewer)) ** 2 /
				ofMean.information
			: 0;
		const share = 1 - weight * (known + byMean);

		return share > ALONE ? (weight * residual) / Math.sqrt(weight * share) : null;
	});
}
