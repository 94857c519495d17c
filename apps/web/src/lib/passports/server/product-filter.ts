import { ProductFilter } from '@stazhirovka/contract/passports';

const FIELDS = ['q', 'region', 'site', 'kind', 'theme', 'licence'] as const;

/** The filter that stands in an address; what cannot be one is left out, as if it were not asked. */
export function productFilterIn(url: URL): ProductFilter {
	return Object.fromEntries(
		FIELDS.flatMap((field) => {
			const value = url.searchParams.get(field)?.trim();
			const read = value ? ProductFilter.shape[field].safeParse(value) : null;
			return read?.success ? [[field, read.data]] : [];
		})
	);
}
