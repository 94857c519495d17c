import { EventFilter } from '@stazhirovka/contract/plans';

const FIELDS = ['region', 'siteId', 'format', 'month'] as const;

/** The filter of events that stands in an address; what cannot be one is left out, as if it were not asked. */
export function eventFilterIn(url: URL): Pick<EventFilter, (typeof FIELDS)[number]> {
	const given = FIELDS.flatMap((field) => {
		const value = url.searchParams.get(field)?.trim();
		const read = value ? EventFilter.shape[field].safeParse(value) : null;
		return read?.success && read.data !== undefined ? [[field, read.data]] : [];
	});
	return Object.fromEntries(given);
}
