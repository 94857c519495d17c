const numbers = new Intl.NumberFormat('ru-RU', {
	maximumFractionDigits: 2,
	// What rounds to nothing has no sign.
	signDisplay: 'negative'
});
const changes = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });

/** «7,33» */
export function figureText(value: number): string {
	return numbers.format(value);
}

/** «+50», «−12,5»: which way it went. */
export function changeText(value: number): string {
	return changes.format(value);
}
