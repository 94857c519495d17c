/** Where an intern of the cohort finds what is to be reviewed. */
export function reviewsLink(origin: string, enrolmentId: string): string {
	return `${origin}/my/${enrolmentId}/reviews`;
}

/** The same for somebody who is no intern of the cohort. */
export function reserveReviewsLink(origin: string): string {
	return `${origin}/reviews`;
}
