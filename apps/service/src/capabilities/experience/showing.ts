import type { Tx } from '@stazhirovka/db';
import { lacksOf, type ExperienceText } from '@stazhirovka/domain/experience';
import { namedWithoutConsent } from '@stazhirovka/domain/staff';
import { fail, faulty } from '../../shell/errors.ts';
import { nameablesOf } from '../staff/index.ts';

/** Stops a summary that may not be public: one that lacks a part, looks like it tells of a pupil, or names staff in silence (R166, X7). */
export async function allowShowing(tx: Tx, siteId: string, text: ExperienceText): Promise<void> {
	const faults = lacksOf(text);
	if (faults.length) faulty('experience.incomplete', { faults });
	const staff = (await nameablesOf(tx, [siteId])).get(siteId) ?? [];
	const all = [text.title, text.theme, text.authors, text.done, text.changed].join('\n');
	const names = namedWithoutConsent(all, staff);
	if (names.length) fail('refused', 'site_item.names_without_consent', { limit: names.join(', ') });
}
