import type { Renewal } from '@stazhirovka/contract/applications';

export type { Renewal };

/** Where an application for another term of a site begins. */
export function renewalHref({ id, regulation }: Pick<Renewal, 'id' | 'regulation'>): string {
	return `/applications/new?regulation=${regulation}&site=${id}`;
}
