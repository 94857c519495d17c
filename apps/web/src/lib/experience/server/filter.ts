import { ExperienceFilter } from '@stazhirovka/contract/experience';

const FIELDS = ['q', 'region', 'site', 'deficit'] as const;

/** The filter that stands in an address; what cannot be one is left out, as if it were not asked. */
export function experienceFilterIn(url: URL): ExperienceFilter {
	return Object.fromEntries(
		FIELDS.flatMap((field) => {
			const value = url.searchParams.get(field)?.trim();
			const read = value ? ExperienceFilter.shape[field].safeParse(value) : null;
			return read?.success ? [[field, read.data]] : [];
		})
	);
}
