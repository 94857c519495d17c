import type { Database, Tx } from '@stazhirovka/db';

/**
 * Whether the person reviews the application and has said that nothing ties them to it. Nobody does until the expert
 * council is kept here.
 */
export async function mayReview(
	_db: Database | Tx,
	_personId: string,
	_applicationId: string
): Promise<boolean> {
	return false;
}
