/** Whose an organisation is; additional education of teachers is for state and municipal ones (X1). */
export const OWNERSHIPS = ['state', 'municipal', 'private'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** `host`: may hold a site; `sending`: its teachers come to sites; others keep, decide or support. */
export const ORGANISATION_KINDS = ['host', 'sending', 'operator', 'authority'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

const OF_ORGANISATION = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Whether ten digits can be the taxpayer number of an organisation: the last of them follows from the others. */
export function isInn(inn: string): boolean {
	if (!/^\d{10}$/.test(inn)) return false;
	const digits = [...inn].map(Number);
	const sum = OF_ORGANISATION.reduce((total, weight, place) => total + weight * (digits[place] ?? 0), 0);
	return (sum % 11) % 10 === digits[9];
}

/** A name as it is compared: case, «ё», quotes and spaces make no other organisation. */
export function foldedTitle(title: string): string {
	return title
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[«»"„“”']/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

/**
 * The operator of a site among those of its region: the one that the regulation names; the only one where the name is
 * another (R19). Null where there are several and none is named: people say which.
 */
export function operatorAmong<O extends { title: string; shortTitle: string }>(
	named: string,
	operators: readonly O[]
): O | null {
	const wanted = foldedTitle(named);
	const found = operators.find(({ title, shortTitle }) =>
		[title, shortTitle].some((one) => foldedTitle(one) === wanted)
	);
	const [only] = operators;
	return found ?? (operators.length === 1 && only ? only : null);
}
