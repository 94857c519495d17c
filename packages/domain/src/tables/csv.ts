/** Programs that open tables take a file without it for one of an eight-bit alphabet. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Tables are opened with Russian settings, in which the comma stands in numbers and parts nothing. */
const SEPARATOR = ';';

/**
 * Rows as a text file for spreadsheets (X24): quotes and line ends of RFC 4180. A cell that a spreadsheet would run as a
 * formula is text: it gets an apostrophe before it.
 */
export function csv(rows: readonly (readonly string[])[]): string {
	const lines = rows.map((row) => row.map(cell).join(SEPARATOR));
	return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
	const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
