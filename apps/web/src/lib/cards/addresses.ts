/** Where the pages and the browser find the forms of an intern and of a group. */

type Card = { enrolment: string; key: string; occasion?: string };

export function cardApi({ enrolment, key, occasion }: Card): string {
	return `/api/enrolments/${enrolment}/forms/${encodeURIComponent(key)}${query(occasion)}`;
}

export function groupCardApi(cohort: string, key: string): string {
	return `/api/cohorts/${cohort}/forms/${encodeURIComponent(key)}`;
}

/** Files of an intern's forms belong to the enrolment. */
export function uploadApi(enrolment: string): string {
	return `/api/uploads?enrolmentId=${enrolment}`;
}

export function cardPage(base: string, { key, occasion }: Omit<Card, 'enrolment'>): string {
	return `${base}/forms/${encodeURIComponent(key)}${query(occasion)}`;
}

export function printPage(base: string, { key, occasion }: Omit<Card, 'enrolment'>): string {
	return `${base}/forms/${encodeURIComponent(key)}/print${query(occasion)}`;
}

const OWN_PAGES: Record<string, string> = {
	diagnostic: 'diagnosis',
	deficit_card: 'deficit-card',
	effectiveness_card: 'effectiveness-card',
	final_work: 'final-work'
};
const TASK = 'task:';

/** Forms that are handed in elsewhere have pages of their own, relative to the enrolment. */
export function ownPage(key: string): string | null {
	if (key.startsWith(TASK)) return `tasks/${encodeURIComponent(key.slice(TASK.length))}`;
	return Object.hasOwn(OWN_PAGES, key) ? (OWN_PAGES[key] ?? null) : null;
}

function query(occasion: string | undefined): string {
	return occasion ? `?occasion=${encodeURIComponent(occasion)}` : '';
}
