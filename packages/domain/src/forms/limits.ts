/** Ceilings that hold when a definition names none. Texts in characters, lists in items. */
export const CEILINGS = {
	shortText: 500,
	longText: 20_000,
	person: 200,
	fileName: 200,
	tableRows: 100,
	numbers: 100
} as const;
