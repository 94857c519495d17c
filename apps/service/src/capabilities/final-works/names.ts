import { fullName } from '@stazhirovka/domain/certificates';
import { aliasOf } from '@stazhirovka/domain/final-works';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Intern } from './queries.ts';
import type { ReviewRow } from './reviews-store.ts';

/** Who looks: the author of the work, those who decide on it, or another intern of the cohort. */
export type Viewer = 'author' | 'staff' | 'peer';

/** Whether interns see whose work it is before the results, as the programme says; a forum names its authors. */
export function isAuthorVisible({ rubric }: ProgrammeDocument): boolean {
	return rubric.process.anonymity?.author_visible_to_reviewers ?? true;
}

/** Whether this viewer must not learn whose work it is: nothing that tells it may reach the page (blindness). */
export function isBlind(
	document: ProgrammeDocument,
	{ viewer, announced }: { viewer: Viewer; announced: boolean }
): boolean {
	return viewer === 'peer' && !announced && !isAuthorVisible(document);
}

/** The author's name or, where it is hidden, the alias of the work. */
export function authorName(
	document: ProgrammeDocument,
	workId: string,
	author: Intern | undefined,
	seen: { viewer: Viewer; announced: boolean }
): string {
	return author && !isBlind(document, seen) ? fullName(author.person) : `Работа ${aliasOf(workId)}`;
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
