/** The address of the page without the name of a form action in it. */
export function here(url: { pathname: string; searchParams: Iterable<[string, string]> }): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return query.size ? `${url.pathname}?${query}` : url.pathname;
}
