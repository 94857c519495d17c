import type { Database } from '@stazhirovka/db';
import { SCHOOL_KEYS, type Span } from '@stazhirovka/domain/indicators';
import type { CountedAt, SummaryThing } from '@stazhirovka/domain/summaries';
import type { Places } from '../monitoring/index.ts';
import { countSchools, listedSchools, type SchoolsAsked } from '../schools/index.ts';

/** Schools with low results are listed by those who keep a region: a leader of a site has none (R130). */
export function schoolsAsked({ everywhere, regionIds, only }: Places, spans: Span[]): SchoolsAsked {
	return { scope: { everywhere, regionIds, municipalityIds: [] }, spans, only: only?.municipalities ?? [] };
}

export async function countListedSchools(
	db: Database,
	{ places, spans }: { places: Places; spans: Span[] }
): Promise<{ things: SummaryThing[]; counted: CountedAt }> {
	const asked = schoolsAsked(places, spans);
	const [schools, figures] = await Promise.all([listedSchools(db, asked), countSchools(db, asked)]);
	return {
		things: schools.map(({ id, title, municipality }) => ({ key: id, title, note: municipality })),
		counted(thing, span, key) {
			const indicator = SCHOOL_KEYS.find((one) => one === key);
			return indicator && figures.at(thing, span, indicator);
		}
	};
}
