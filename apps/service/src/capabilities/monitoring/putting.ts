import type { Database, Tx } from '@stazhirovka/db';
import type { PutFigures } from '@stazhirovka/domain/councils';
import { INDICATORS, schoolYearAround, type Figure } from '@stazhirovka/domain/indicators';
import { today } from '../../shell/today.ts';
import { figuresOfRegions, toldFiguresOfSites } from './figures.ts';
import { placesOf } from './reading.ts';

type Site = { id: string; regionId: string };

/**
 * Figures of a site in the school year of today, as a council may be told of them (R133): interns over whole fives, the
 * average of the region beside them. They are kept as they are now, whatever comes later.
 */
export async function figuresToPut(db: Database | Tx, site: Site, now: () => Date): Promise<PutFigures> {
	const day = today(now);
	const span = schoolYearAround(day);
	const region = placesOf({ regionIds: [site.regionId] });
	const asked = { spans: [span], today: day };
	const own = await toldFiguresOfSites(db, { ...asked, places: placesOf({ siteIds: [site.id] }) });
	const averages = await figuresOfRegions(db, { ...asked, places: region });
	const [figures, average] = [own.at(site.id, 0), averages.at(site.regionId, 0)];
	return {
		...span,
		at: now().toISOString(),
		rows: INDICATORS.map(({ key, title, formula, unit }) => ({
			...{ key, title, formula, unit },
			value: valueOf(figures[key]),
			average: valueOf(average[key])
		}))
	};
}

function valueOf(figure: Figure): number | null {
	return figure.kind === 'value' ? figure.value : null;
}
