type Filter = { state?: string; regulation?: string; page: number };

/** The address of one page of the filtered queue, relative to it. */
export function queueHref({ state, regulation, page }: Filter): string {
	const query = new URLSearchParams();
	if (state) query.set('state', state);
	if (regulation) query.set('regulation', regulation);
	if (page > 1) query.set('page', String(page));
	return `?${query}`;
}
