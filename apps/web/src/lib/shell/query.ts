type Params = Readonly<Record<string, string | number | undefined>>;

/** `?q=школа&page=2`; what is not given is left out, and nothing is nothing. */
export function queryOf(params: Params): string {
	const given = Object.entries(params).flatMap(([name, value]) =>
		value === undefined || value === '' ? [] : [[name, String(value)]]
	);
	return given.length ? `?${new URLSearchParams(given)}` : '';
}
