import type { AgendaKind } from '@stazhirovka/domain/councils';

/** What stood in the form of a new question. */
export type TypedItem = {
	kind: AgendaKind;
	title: string;
	applicationId: string | null;
	siteId: string | null;
};
