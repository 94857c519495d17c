/** An exact number. Measurements are decimals, and a bound such as «≥ 20 %» must not hang on binary rounding. */
export type Fraction = { top: bigint; bottom: bigint };

/** The decimal number as it is written: 0.1 is one tenth. */
function fraction(value: number): Fraction {
	const [digits = '0', exponent = '0'] = String(value).split('e');
	const [whole = '0', part = ''] = digits.split('.');
	const shift = Number(exponent) - part.length;
	const top = BigInt(whole + part);

	return shift >= 0
		? { top: top * 10n ** BigInt(shift), bottom: 1n }
		: { top, bottom: 10n ** BigInt(-shift) };
}

export function mean(values: readonly number[]): Fraction {
	const sum = values.map(fraction).reduce(add, fraction(0));
	return { top: sum.top, bottom: sum.bottom * BigInt(values.length) };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
	return add(a, { top: -b.top, bottom: b.bottom });
}

/** `b` is not zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
	const sign = b.top < 0n ? -1n : 1n;
	return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign };
}

export function times(a: Fraction, factor: number): Fraction {
	const b = fraction(factor);
	return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

export function isAtLeast(a: Fraction, bound: number): boolean {
	return subtract(a, fraction(bound)).top >= 0n;
}

/** Rounded half away from zero, as at school: 6.25 is 6.3 and −6.25 is −6.3. */
export function rounded(a: Fraction, decimals: number): number {
	const top = (a.top < 0n ? -a.top : a.top) * 10n ** BigInt(decimals);
	const units = (top * 2n + a.bottom) / (a.bottom * 2n);

	return Number(a.top < 0n ? -units : units) / 10 ** decimals;
}

function add(a: Fraction, b: Fraction): Fraction {
	return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}
