type Here = { pathname: string; searchParams: Iterable<[string, string]> };

/** The address of the page without the name of a form action in it. */
export function here(url: Here): string {
	const query = askedOf(url);
	return query.size ? `${url.pathname}?${query}` : url.pathname;
}

/** The address of a form action of this page: what else the page was asked for goes with it. */
export function actionHere(url: Here, name: string): string {
	const query = askedOf(url);
	return query.size ? `?${query}&/${name}` : `?/${name}`;
}

/** A form action is the query that begins with a slash. */
function askedOf({ searchParams }: Here): URLSearchParams {
	return new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
}
