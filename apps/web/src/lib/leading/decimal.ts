/** A number with so many decimals, as Russian writes it: with a comma, and a minus that is one. */
export function decimal(value: number, decimals: number): string {
	return value.toFixed(decimals).replace('.', ',').replace('-', '−');
}
