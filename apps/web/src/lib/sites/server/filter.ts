import { RegisterFilter } from '@stazhirovka/contract/sites';

const FIELDS = ['q', 'region', 'municipality', 'regulation', 'status', 'on'] as const;

/** The filter that stands in an address; what cannot be one is left out, as if it were not asked. */
export function filterIn(url: URL): RegisterFilter {
	const given = FIELDS.flatMap((field) => {
		const value = url.searchParams.get(field)?.trim();
		const read = value ? RegisterFilter.shape[field].safeParse(value) : null;
		return read?.success ? [[field, read.data]] : [];
	});
	return Object.fromEntries(given) as RegisterFilter;
}

/** The page asked for, counted from one. */
export function pageIn(url: URL): number {
	const page = Number(url.searchParams.get('page'));
	return Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1;
}
