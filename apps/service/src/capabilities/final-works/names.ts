import { fullName } from '@stazhirovka/domain/certificates';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Intern } from './queries.ts';
import type { ReviewRow } from './reviews-store.ts';

/** Who looks: the author of the work, those who decide on it, or another intern of the cohort. */
export type Viewer = 'author' | 'staff' | 'peer';

const HIDDEN_AUTHOR = 'Автор будет назван вместе с результатами';

/** Whether interns see whose work it is before the results, as the programme says; a forum names its authors. */
export function isAuthorVisible({ rubric }: ProgrammeDocument): boolean {
	return rubric.process.anonymity?.author_visible_to_reviewers ?? true;
}

export function authorName(
	document: ProgrammeDocument,
	author: Intern | undefined,
	{ viewer, announced }: { viewer: Viewer; announced: boolean }
): string {
	const named = viewer !== 'peer' || announced || isAuthorVisible(document);
	return named && author ? fullName(author.person) : HIDDEN_AUTHOR;
}

/**
 * What a reviewer is called (R115). Those who decide see the person; the author sees an alias until the announcement
 * and, when the programme says so, the person after it; other interns never see more than the alias.
 */
export function reviewerName(
	document: ProgrammeDocument,
	review: ReviewRow,
	interns: ReadonlyMap<string, Intern>,
	{ viewer, announced }: { viewer: Viewer; announced: boolean }
): string {
	const told = document.rubric.process.anonymity?.reviewer_visible_to_author === 'after_announcement';
	const named = viewer === 'staff' || (viewer === 'author' && announced && told);
	const reviewer = interns.get(review.reviewerId);

	return named && reviewer ? fullName(reviewer.person) : review.alias;
}
