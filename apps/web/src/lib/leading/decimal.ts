/** A number as Russian writes it: with a comma, and a minus that is one. */
export function decimal(value: number): string {
	return String(value).replace('.', ',').replace('-', '−');
}
