export const EXPORT_FORMATS = ['xlsx', 'csv', 'docx', 'pdf', 'ods'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_STATES = ['waiting', 'counting', 'writing', 'done', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** How far an export has come, of a hundred. */
export const PROGRESS: Record<ExportState, number> = {
	...{ waiting: 0, counting: 20, writing: 65, done: 100, failed: 100 }
};

/**
 * Text that a spreadsheet would read as a formula begins with one of these (OWASP, CSV injection). What it looks like
 * after spaces or in another width counts, too.
 */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;

/** Words for a cell of a file that has no types: what could be a formula is made text by an apostrophe. */
export function neutral(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

export function looksLikeFormula(text: string): boolean {
	return FORMULA.test(text);
}
